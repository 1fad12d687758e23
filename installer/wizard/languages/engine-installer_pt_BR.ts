<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>ActionTexts</name>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Install anyway</source>
        <translation>Instalar mesmo assim</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation>Otimizar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Desinstalar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Optimize again anyway…</source>
        <translation>Otimizar de novo mesmo assim…</translation>
    </message>
    <message>
        <source>Improve now</source>
        <translation>Melhorar agora</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Escolher outra pasta…</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Continuar mesmo assim</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Interromper</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>Improve later</source>
        <translation>Melhorar mais tarde</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Opções…</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>Verificação do sistema</translation>
    </message>
    <message>
        <source>license terms</source>
        <translation>termos de licença</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Restaurar padrões</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Verificar novamente</translation>
    </message>
    <message>
        <source>Get the driver</source>
        <translation>Obter o driver</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>Abrir o site</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalhes</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ocultar detalhes</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar relatório</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Abrir pasta de logs</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir a pasta</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
</context>
<context>
    <name>CardsPicture</name>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>Graphics card before: {0}. Now: {1}.</source>
        <translation>Placa de vídeo antes: {0}. Agora: {1}.</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Features</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Change features</source>
        <translation>Alterar recursos</translation>
    </message>
    <message>
        <source>Choose the features to have on this PC.</source>
        <translation>Escolha os recursos que deseja ter neste PC.</translation>
    </message>
    <message>
        <source>Choose a feature to add or remove</source>
        <translation>Escolha um recurso para adicionar ou remover</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Add a shortcut to the desktop</source>
        <translation>Adicionar um atalho à área de trabalho</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>Não foi possível configurar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>o aplicativo</translation>
    </message>
    <message>
        <source>Start {0} now</source>
        <translation>Iniciar {0} agora</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
</context>
<context>
    <name>InstallerWindow</name>
    <message>
        <source>{0} Setup</source>
        <translation>Instalação de {0}</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Instalação</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License terms</source>
        <translation>Termos de licença</translation>
    </message>
    <message>
        <source>License terms of {0}</source>
        <translation>Termos de licença de {0}</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>o aplicativo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Check all files, and optimize the AI features again where needed</source>
        <translation>Verificar todos os arquivos e otimizar novamente os recursos de IA onde for necessário</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alterar</translation>
    </message>
    <message>
        <source>Add or remove features</source>
        <translation>Adicionar ou remover recursos</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Desinstalar</translation>
    </message>
    <message>
        <source>Take the application off this PC; your own files stay</source>
        <translation>Remover o aplicativo deste PC; os seus próprios arquivos permanecem</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>O que você deseja fazer?</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Features</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Placa de vídeo</translation>
    </message>
    <message>
        <source>Best speed</source>
        <translation>Velocidade máxima</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rápida</translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation>Otimização</translation>
    </message>
    <message>
        <source>Prepare the AI features anyway</source>
        <translation>Preparar os recursos de IA mesmo assim</translation>
    </message>
    <message>
        <source>for use on another computer</source>
        <translation>para uso em outro computador</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>Recursos de IA</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Somente eu</translation>
    </message>
    <message>
        <source>Everyone on this PC</source>
        <translation>Todos neste PC</translation>
    </message>
    <message>
        <source>Install for</source>
        <translation>Instalar para</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Alterar…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>takes less time; AI features may run a little slower</source>
        <translation>leva menos tempo; os recursos de IA podem ficar um pouco mais lentos</translation>
    </message>
    <message>
        <source>fastest, recommended</source>
        <translation>a mais rápida, recomendada</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>{0} de memória</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>takes longer</source>
        <translation>leva mais tempo</translation>
    </message>
    <message>
        <source>Give the full path of a folder, such as {0}.</source>
        <translation>Informe o caminho completo de uma pasta, como {0}.</translation>
    </message>
    <message>
        <source>{0} needed</source>
        <translation>{0} necessários</translation>
    </message>
    <message>
        <source>{0} needed, {1} free on {2}</source>
        <translation>{0} necessários, {1} livres ({2})</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opções</translation>
    </message>
    <message>
        <source>The recommended settings suit most people.</source>
        <translation>As configurações recomendadas servem para a maioria das pessoas.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Placa de vídeo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>o aplicativo</translation>
    </message>
    <message>
        <source>Stop removing {0}?</source>
        <translation>Interromper a desinstalação de {0}?</translation>
    </message>
    <message>
        <source>Keep removing</source>
        <translation>Continuar desinstalando</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet.</source>
        <translation>Nada foi alterado neste PC até agora.</translation>
    </message>
    <message>
        <source>Stop changing {0}?</source>
        <translation>Interromper a alteração de {0}?</translation>
    </message>
    <message>
        <source>Stop repairing {0}?</source>
        <translation>Interromper o reparo de {0}?</translation>
    </message>
    <message>
        <source>Keep repairing</source>
        <translation>Continuar reparando</translation>
    </message>
    <message>
        <source>{0} stays as it is. If you repair it later, the optimization starts over.</source>
        <translation>{0} fica como está. Se você reparar mais tarde, a otimização recomeçará do início.</translation>
    </message>
    <message>
        <source>Your present version stays. If you update later, the optimization starts over.</source>
        <translation>A sua versão atual permanece. Se você atualizar mais tarde, a otimização recomeçará do início.</translation>
    </message>
    <message>
        <source>Stop updating {0}?</source>
        <translation>Interromper a atualização de {0}?</translation>
    </message>
    <message>
        <source>Keep updating</source>
        <translation>Continuar atualizando</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet. If you install later, the optimization starts over.</source>
        <translation>Nada foi alterado neste PC até agora. Se você instalar mais tarde, a otimização recomeçará do início.</translation>
    </message>
    <message>
        <source>Stop installing {0}?</source>
        <translation>Interromper a instalação de {0}?</translation>
    </message>
    <message>
        <source>Keep installing</source>
        <translation>Continuar instalando</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Interrompendo…</translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation>{0} em uso</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Outro programa</translation>
    </message>
    <message>
        <source>{0} is using your graphics card</source>
        <translation>{0} está usando a sua placa de vídeo</translation>
    </message>
    <message>
        <source>The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: it goes on by itself.</source>
        <translation>Os recursos de IA ficam mais rápidos se nada mais usar a placa enquanto são otimizados. Feche {0} ou espere: a operação continua sozinha.</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>outros programas</translation>
    </message>
    <message>
        <source>Waiting for {0}</source>
        <translation>Esperando {0}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Downloading… {0} of {1}</source>
        <translation>Baixando… {0} de {1}</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Baixando…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copiando…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>Otimizando…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>A seguir</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Esperando</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>Não foi possível configurar</translation>
    </message>
    <message>
        <source>You can minimize this window. We will tell you when it is ready.</source>
        <translation>Você pode minimizar esta janela. Avisaremos quando estiver pronto.</translation>
    </message>
    <message>
        <source>Installing {0}</source>
        <translation>Instalando {0}</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Instalando</translation>
    </message>
    <message>
        <source>Changing {0}</source>
        <translation>Alterando {0}</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Alterando</translation>
    </message>
    <message>
        <source>Repairing {0}</source>
        <translation>Reparando {0}</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Reparando</translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation>Desinstalando {0}</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Desinstalando</translation>
    </message>
    <message>
        <source>Updating {0}</source>
        <translation>Atualizando {0}</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Atualizando</translation>
    </message>
    <message>
        <source>Waiting for your graphics card</source>
        <translation>Esperando a sua placa de vídeo</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalizando</translation>
    </message>
    <message>
        <source>Your present version keeps working until the new one is ready.</source>
        <translation>A sua versão atual continua funcionando até que a nova esteja pronta.</translation>
    </message>
    <message>
        <source>It is being finished and cannot be stopped any longer</source>
        <translation>A operação está sendo concluída e não pode mais ser interrompida</translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation>A operação está sendo interrompida</translation>
    </message>
</context>
<context>
    <name>RemovePage</name>
    <message>
        <source>Also remove the log files</source>
        <translation>Remover também os arquivos de log</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>Desinstalar {0}?</translation>
    </message>
    <message>
        <source>Remove the application?</source>
        <translation>Desinstalar o aplicativo?</translation>
    </message>
    <message>
        <source>The application and its AI features will be taken off this PC.</source>
        <translation>O aplicativo e os recursos de IA serão removidos deste PC.</translation>
    </message>
</context>
<context>
    <name>RoomMeter</name>
    <message>
        <source>{0} free</source>
        <translation>{0} livres</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>Faltam {0}</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Use of the graphics card, now {percent} percent</source>
        <translation>Uso da placa de vídeo, agora {percent} por cento</translation>
    </message>
</context>
<context>
    <name>SystemCheckPage</name>
    <message>
        <source>needs {0}</source>
        <translation>precisa de {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>Verificando o seu PC…</translation>
    </message>
    <message>
        <source>Your PC could not be checked.</source>
        <translation>Não foi possível verificar o seu PC.</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>Verificação do sistema</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>O seu PC está sendo verificado</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Setup</source>
        <translation>Instalação</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I accept the license terms</source>
        <translation>Aceito os termos de licença</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Ler os termos</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>Verificando o seu PC…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Outro programa</translation>
    </message>
    <message>
        <source>{0} is using your graphics card; it may take longer.</source>
        <translation>{0} está usando a sua placa de vídeo; pode demorar mais.</translation>
    </message>
    <message>
        <source>Update to {0}</source>
        <translation>Atualizar para {0}</translation>
    </message>
    <message>
        <source>Install {0}</source>
        <translation>Instalar {0}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>O seu PC está sendo verificado</translation>
    </message>
    <message>
        <source>Accept the license terms first</source>
        <translation>Aceite primeiro os termos de licença</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}%</source>
        <translation>{0}%</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>There is no app package: {folder} does not exist.</source>
        <translation>Não há pacote de instalação: {folder} não existe.</translation>
    </message>
    <message numerus="yes">
        <source>The app package is not valid: {count} problems in {file}.</source>
        <translation>
            <numerusform>O pacote de instalação não é válido: {count} problema em {file}.</numerusform>
            <numerusform>O pacote de instalação não é válido: {count} problemas em {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no app package: {folder} is not a folder.</source>
        <translation>Não há pacote de instalação: {folder} não é uma pasta.</translation>
    </message>
    <message>
        <source>There is no app package: {folder} has no {file}.</source>
        <translation>Não há pacote de instalação: {folder} não contém {file}.</translation>
    </message>
    <message>
        <source>Start the installer again from the folder that holds {file}, or download it again.</source>
        <translation>Inicie o instalador novamente a partir da pasta que contém {file} ou baixe-o de novo.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a corrected package.</source>
        <translation>Peça ao fornecedor do aplicativo um pacote corrigido.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>ler</translation>
    </message>
    <message>
        <source>Install engine-installer with its extra &apos;tensorrt&apos; where NVIDIA&apos;s own package index can be reached.</source>
        <translation>Instale o engine-installer com o extra &apos;tensorrt&apos; onde o índice de pacotes da própria NVIDIA possa ser acessado.</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>capacidade de computação 7.5 (Turing) ou mais recente</translation>
    </message>
    <message>
        <source>compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it</source>
        <translation>compute_capabilities: um modelo otimizado do TensorRT clássico é sempre gerado para a GPU que o gera</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a version that supports this graphics card.</source>
        <translation>Peça ao fornecedor do aplicativo uma versão compatível com esta placa de vídeo.</translation>
    </message>
    <message>
        <source>Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</source>
        <translation>Instale-a com: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)</source>
        <translation>capacidade de computação 7.5, 8.0, 8.6, 8.9, ou 12.0 e mais recentes (GeForce RTX 20 a 50 e semelhantes)</translation>
    </message>
    <message>
        <source>optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect</source>
        <translation>optimization_level (e heuristic): o TensorRT-RTX não escolhe táticas, por isso não tem efeito</translation>
    </message>
    <message>
        <source>hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities</source>
        <translation>hardware_compatibility: o TensorRT-RTX o ignora; indique as GPUs com compute_capabilities</translation>
    </message>
    <message>
        <source>version_compatible: TensorRT-RTX does not ship the lean runtime that it needs</source>
        <translation>version_compatible: o TensorRT-RTX não inclui o runtime reduzido de que precisa</translation>
    </message>
    <message>
        <source>compute_capabilities {unknown}: TensorRT-RTX builds for {known} (leave the key out for all from 8.0 on, including newer GPUs)</source>
        <translation>compute_capabilities {unknown}: o TensorRT-RTX gera para {known} (omita a chave para todas a partir de 8.0, inclusive GPUs mais recentes)</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Ocorreu algo inesperado.</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>A operação foi interrompida antes de terminar.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly.</source>
        <translation>Uma parte da instalação parou de forma inesperada.</translation>
    </message>
    <message>
        <source>An AI feature did not pass its final check.</source>
        <translation>Um recurso de IA não passou na verificação final.</translation>
    </message>
    <message>
        <source>The setup could not be made.</source>
        <translation>Não foi possível criar o programa de instalação.</translation>
    </message>
    <message>
        <source>The setup took longer than it was allowed to.</source>
        <translation>A instalação demorou mais do que o permitido.</translation>
    </message>
    <message>
        <source>Another program is using your graphics card.</source>
        <translation>Outro programa está usando a sua placa de vídeo.</translation>
    </message>
    <message>
        <source>Nothing is installed here.</source>
        <translation>Nada está instalado aqui.</translation>
    </message>
    <message>
        <source>This setup is incomplete or damaged. Download it again.</source>
        <translation>Este programa de instalação está incompleto ou danificado. Baixe-o novamente.</translation>
    </message>
    <message>
        <source>This application is already being set up in another window.</source>
        <translation>Este aplicativo já está sendo instalado em outra janela.</translation>
    </message>
    <message>
        <source>The log file of the setup cannot be written.</source>
        <translation>Não é possível gravar o arquivo de log da instalação.</translation>
    </message>
    <message>
        <source>It was stopped, because going on would not be safe.</source>
        <translation>A operação foi interrompida porque não seria seguro continuar.</translation>
    </message>
    <message>
        <source>The AI features cannot be set up on this PC.</source>
        <translation>Não é possível configurar os recursos de IA neste PC.</translation>
    </message>
    <message>
        <source>A part of the setup could not be downloaded. Check your internet connection.</source>
        <translation>Não foi possível baixar uma parte da instalação. Verifique a sua conexão com a Internet.</translation>
    </message>
    <message>
        <source>The setup cannot go on with these settings.</source>
        <translation>A instalação não pode continuar com essas configurações.</translation>
    </message>
    <message>
        <source>You are not allowed to write there.</source>
        <translation>Você não tem permissão para gravar nessa pasta.</translation>
    </message>
    <message>
        <source>Your PC had too little free memory. Close other programs, then try again.</source>
        <translation>O seu PC tinha pouca memória livre. Feche outros programas e tente novamente.</translation>
    </message>
    <message>
        <source>Another program is using a file that must be replaced. Close it, then try again.</source>
        <translation>Outro programa está usando um arquivo que precisa ser substituído. Feche-o e tente novamente.</translation>
    </message>
    <message>
        <source>The disk became full.</source>
        <translation>O disco ficou cheio.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Não foi possível ler ou gravar um arquivo.</translation>
    </message>
    <message>
        <source>{place} is not as it should be</source>
        <translation>{place} não está como deveria</translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation>O limite de tempo foi atingido antes que um modelo otimizado ficasse pronto. Nada foi alterado.</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation>A operação foi cancelada. Nada foi alterado.</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>Gravando o modelo otimizado</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} were measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count:,} foi feita aqui em {seconds:.1f} s</numerusform>
            <numerusform>{count:,} foram feitas aqui em {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message>
        <source>every timing came from the cache</source>
        <translation>todas as medições vieram do cache</translation>
    </message>
    <message>
        <source>{hits:,} of {total:,} timings came from the cache</source>
        <translation>{hits:,} de {total:,} medições vieram do cache</translation>
    </message>
    <message>
        <source>the cache had {count:,} timings before</source>
        <translation>o cache tinha antes {count:,} medições</translation>
    </message>
    <message>
        <source>none were measured here</source>
        <translation>nenhuma foi feita aqui</translation>
    </message>
    <message>
        <source>they could not be kept: {reason}</source>
        <translation>não foi possível mantê-las: {reason}</translation>
    </message>
    <message>
        <source>all {count:,} timings came from the cache</source>
        <translation>todas as {count:,} medições vieram do cache</translation>
    </message>
    <message>
        <source>no timing cache</source>
        <translation>nenhum cache de medições</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>recusado: {reason}</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: {reason}.</source>
        <translation>Não é possível {doing} {path}: {reason}.</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>substituir</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>remover</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: the disk is full.</source>
        <translation>Não é possível {doing} {path}: o disco está cheio.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: access denied.</source>
        <translation>Não é possível {doing} {path}: acesso negado.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: another program is using it.</source>
        <translation>Não é possível {doing} {path}: outro programa está usando o item.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: out of memory.</source>
        <translation>Não é possível {doing} {path}: memória insuficiente.</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one.</source>
        <translation>Verifique o disco ou escolha uma pasta em outro disco.</translation>
    </message>
    <message>
        <source>The path {path!r} has a character that no path may have.</source>
        <translation>O caminho {path!r} contém um caractere que nenhum caminho pode ter.</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>concluir a gravação de</translation>
    </message>
    <message>
        <source>write</source>
        <translation>gravar</translation>
    </message>
    <message>
        <source>Free some space on that disk, or choose another folder.</source>
        <translation>Libere espaço nesse disco ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Feche outros programas.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Escolha outra pasta.</translation>
    </message>
    <message>
        <source>The home folder in {path} is not known.</source>
        <translation>A pasta pessoal em {path} não é conhecida.</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>criar a pasta</translation>
    </message>
    <message>
        <source>Run as a user who may read it.</source>
        <translation>Use uma conta que tenha permissão de leitura.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Escolha uma pasta na qual você tenha permissão para gravar.</translation>
    </message>
    <message>
        <source>The path {path} is relative, but the current directory no longer exists.</source>
        <translation>O caminho {path} é relativo, mas a pasta atual não existe mais.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of engine-installer (schema {schema}; this version knows {known}).</source>
        <translation>{file} foi gravado por uma versão mais recente do engine-installer (esquema {schema}; esta versão conhece {known}).</translation>
    </message>
    <message>
        <source>it has more than {count} entries</source>
        <translation>tem mais de {count} entradas</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está aninhado em níveis demais</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>não é JSON</translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation>Use essa versão.</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>o arquivo inteiro</translation>
    </message>
    <message>
        <source>{place} is wrong</source>
        <translation>{place} está incorreto</translation>
    </message>
    <message>
        <source>{setting} {value}, was {old}</source>
        <translation>{setting} {value}, antes {old}</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>aumentou enquanto era lido</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>é uma pasta</translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation>é um pipe</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>é um soquete</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>é um dispositivo</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>é um link simbólico</translation>
    </message>
    <message>
        <source>it is larger than {limit_mib} MiB</source>
        <translation>tem mais de {limit_mib} MiB</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>não é um arquivo</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}</source>
        <translation>{library} não consegue gerar {model!r} para {gpu} (capacidade de computação {own}): {reason:part}</translation>
    </message>
    <message>
        <source>the model uses {data_type}, which needs compute capability {least} or newer</source>
        <translation>o modelo usa {data_type}, que precisa da capacidade de computação {least} ou mais recente</translation>
    </message>
    <message>
        <source>Engines for other computers can be built anyway.</source>
        <translation>Mesmo assim, é possível gerar modelos otimizados para outros computadores.</translation>
    </message>
    <message>
        <source>{library} {version} is installed</source>
        <translation>{library} {version} está instalado</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>não há nenhuma</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.</source>
        <translation>O gerador do modelo {model!r} foi encerrado porque não fez nada durante {minutes} min.</translation>
    </message>
    <message>
        <source>It has crashed in the same way before, so the cause is this model: the engine library fails on it, for example because its network is too deep.</source>
        <translation>Ele já falhou da mesma forma antes, portanto a causa é este modelo: a biblioteca de IA falha com ele, por exemplo porque a rede é profunda demais.</translation>
    </message>
    <message>
        <source>Report it to the application&apos;s vendor; trying again does not help.</source>
        <translation>Informe o problema ao fornecedor do aplicativo; tentar novamente não resolve.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may take {limit_mib} MiB of memory.</source>
        <translation>A geração do modelo {model!r} foi encerrada porque usou {used_mib} MiB, e todas as gerações juntas podem usar {limit_mib} MiB de memória.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.</source>
        <translation>A geração do modelo {model!r} foi encerrada porque levou {hours} h, muito mais do que o esperado.</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} MiB; it {verdict}.</source>
        <translation>{gpu} tem {free_mib} de {total_mib} MiB livres, e o modelo {model!r} precisa de pelo menos {needed_mib} MiB; ela {verdict}.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} crashed: {how}.</source>
        <translation>O gerador do modelo {model!r} parou de forma inesperada: {how}.</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory, or the installation is damaged.</source>
        <translation>Um antivírus pode tê-lo bloqueado, o sistema pode estar com poucos recursos ou pouca memória, ou a instalação está danificada.</translation>
    </message>
    <message>
        <source>Use a computer with more memory. If that does not help, ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>Use um computador com mais memória. Se isso não resolver, consulte o fornecedor do aplicativo: o modelo pode estar danificado.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>Consulte o fornecedor do aplicativo: o modelo pode estar danificado.</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}.</source>
        <translation>Não há memória suficiente para gerar o modelo {model!r}.</translation>
    </message>
    <message>
        <source>The system may have run out of memory.</source>
        <translation>O sistema pode ter ficado sem memória.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} could not be started: {reason}</source>
        <translation>Não foi possível iniciar o gerador do modelo {model!r}: {reason}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}, so timing the kernels again would be no better.</source>
        <translation>{gpu} {verdict}; medir novamente não daria resultados melhores.</translation>
    </message>
    <message>
        <source>{model} for {gpu}</source>
        <translation>{model} para {gpu}</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked</source>
        <translation>app.toml indica verify = false: os arquivos deste pacote não foram verificados</translation>
    </message>
    <message>
        <source>every file has the hash that app.toml states</source>
        <translation>todos os arquivos têm o hash que app.toml indica</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>foi solicitado</translation>
    </message>
    <message numerus="yes">
        <source>{count} models to build, {cores} cores; as far as free memory allows</source>
        <translation>
            <numerusform>{count} modelo a gerar, {cores} núcleos; conforme a memória livre</numerusform>
            <numerusform>{count} modelos a gerar, {cores} núcleos; conforme a memória livre</numerusform>
        </translation>
    </message>
    <message>
        <source>three quarters of the system memory</source>
        <translation>três quartos da memória do sistema</translation>
    </message>
    <message>
        <source>{library} needs a GPU of {gpus}</source>
        <translation>{library} precisa de uma GPU com {gpus}</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>Nenhuma biblioteca de IA está instalada: nem TensorRT-RTX nem TensorRT.</translation>
    </message>
    <message>
        <source>{error} That may be because {problem}.</source>
        <translation>{error} A causa pode ser: {problem}.</translation>
    </message>
    <message>
        <source>The model {model!r} needs a supported NVIDIA GPU, but {reason}.</source>
        <translation>O modelo {model!r} precisa de uma GPU NVIDIA compatível, mas {reason}.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for compute capability {targets}: {reason:part}.</source>
        <translation>{library} não consegue gerar {model!r} para a capacidade de computação {targets}: {reason:part}.</translation>
    </message>
    <message>
        <source>kernels are timed on the GPU, and two builds at once would disturb each other</source>
        <translation>as medições são feitas na GPU, e duas gerações ao mesmo tempo se atrapalhariam</translation>
    </message>
    <message>
        <source>the largest model may need as much</source>
        <translation>o maior modelo pode precisar de tudo isso</translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation>{library} não está instalado.</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>o pacote de instalação a solicita</translation>
    </message>
    <message>
        <source>{library} cannot honour {setting}</source>
        <translation>{library} não aceita esta configuração: {setting}</translation>
    </message>
    <message>
        <source>Portable engines cannot be built here: {reasons}.</source>
        <translation>Não é possível gerar modelos otimizados portáteis aqui: {reasons}.</translation>
    </message>
    <message>
        <source>No engine library can build {model!r}: {reasons}.</source>
        <translation>Nenhuma biblioteca de IA consegue gerar {model!r}: {reasons}.</translation>
    </message>
    <message>
        <source>{library} supports {gpus}</source>
        <translation>{library} é compatível com GPUs de {gpus}</translation>
    </message>
    <message>
        <source>{library} cannot honour what was asked for:
{settings}</source>
        <translation>{library} não aceita o que foi solicitado:
{settings}</translation>
    </message>
    <message>
        <source>every engine is built again, as asked for</source>
        <translation>todos os modelos otimizados são gerados novamente, conforme solicitado</translation>
    </message>
    <message>
        <source>library default</source>
        <translation>padrão da biblioteca</translation>
    </message>
    <message>
        <source>one engine for every GPU of {capabilities}</source>
        <translation>um modelo otimizado para todas as GPUs de {capabilities}</translation>
    </message>
    <message>
        <source>{library} builds for the GPU that it runs on</source>
        <translation>{library} gera para a GPU em que é executado</translation>
    </message>
    <message>
        <source>{capability} is newer than every GPU that can be named</source>
        <translation>{capability} é mais recente do que qualquer GPU que possa ser indicada</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines</source>
        <translation>{library} não consegue gerar modelos otimizados portáteis</translation>
    </message>
    <message>
        <source>engines that do not depend on it were asked for</source>
        <translation>foram solicitados modelos otimizados que não dependem dela</translation>
    </message>
    <message>
        <source>{library} cannot honour these settings of the model {model!r}:
{settings}</source>
        <translation>{library} não aceita estas configurações do modelo {model!r}:
{settings}</translation>
    </message>
    <message>
        <source>only {gpu} will run these engines</source>
        <translation>somente {gpu} poderá usar estes modelos otimizados</translation>
    </message>
    <message>
        <source>the feature {feature!r} was not chosen</source>
        <translation>o recurso {feature!r} não foi escolhido</translation>
    </message>
    <message>
        <source>{library} is not installed</source>
        <translation>{library} não está instalado</translation>
    </message>
    <message>
        <source>--gpu builds for a GPU of this computer, --portable and --for build without regard to any.</source>
        <translation>--gpu gera para uma GPU deste computador; --portable e --for geram sem depender de nenhuma.</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines: it times kernels on the GPU of this machine.</source>
        <translation>{library} não consegue gerar modelos otimizados portáteis: as medições são feitas na GPU desta máquina.</translation>
    </message>
    <message>
        <source>the app package names them</source>
        <translation>o pacote de instalação as indica</translation>
    </message>
    <message>
        <source>finished by a run that was interrupted</source>
        <translation>concluído por uma execução interrompida</translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation>Omita uma dessas opções.</translation>
    </message>
    <message>
        <source>Leave out --portable and --for, or use --backend tensorrt-rtx.</source>
        <translation>Omita --portable e --for, ou use --backend tensorrt-rtx.</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>conforme solicitado</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Driver</translation>
    </message>
    <message>
        <source>Engine library</source>
        <translation>Biblioteca de IA</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Memória da GPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Write access</source>
        <translation>Acesso de gravação</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>Outras instalações</translation>
    </message>
    <message>
        <source>{problem:capital}, and these engines do not need one</source>
        <translation>{problem:capital}, e estes modelos otimizados não precisam de uma</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {reason}</source>
        <translation>Este computador não pode executar estes modelos otimizados: {reason}</translation>
    </message>
    <message>
        <source>{gpu}, compute capability {capability}, {mib} MiB</source>
        <translation>{gpu}, capacidade de computação {capability}, {mib} MiB</translation>
    </message>
    <message>
        <source>Enlarge the swap space or page file, or build on a computer with more memory.</source>
        <translation>Aumente o espaço de swap ou o arquivo de paginação, ou use um computador com mais memória.</translation>
    </message>
    <message>
        <source>The container sets this limit: give it more memory.</source>
        <translation>O contêiner define esse limite: dê mais memória a ele.</translation>
    </message>
    <message>
        <source>The shell or the service that started this sets the limit: raise it (ulimit -v).</source>
        <translation>O shell ou o serviço que iniciou o programa define esse limite: aumente-o (ulimit -v).</translation>
    </message>
    <message>
        <source>{free_mib} of {total_mib} MiB free</source>
        <translation>{free_mib} de {total_mib} MiB livres</translation>
    </message>
    <message>
        <source>building {model!r} may need {needed_mib} MiB</source>
        <translation>gerar {model!r} pode precisar de {needed_mib} MiB</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Libere espaço ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation>é possível gravar em {folder}</translation>
    </message>
    <message>
        <source>NVIDIA driver {version}</source>
        <translation>Driver NVIDIA {version}</translation>
    </message>
    <message>
        <source>{gpu}: supported by {libraries}</source>
        <translation>{gpu}: compatível com {libraries}</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free</source>
        <translation>{gpu} tem {free_mib} de {total_mib} MiB livres</translation>
    </message>
    <message>
        <source>{model!r} needs at least {needed_mib} MiB</source>
        <translation>{model!r} precisa de pelo menos {needed_mib} MiB</translation>
    </message>
    <message>
        <source>{free}; builds may take {limit_mib} MiB ({reason})</source>
        <translation>{free}; as gerações podem usar {limit_mib} MiB ({reason})</translation>
    </message>
    <message>
        <source>Close other programs if the build fails.</source>
        <translation>Feche outros programas se a geração falhar.</translation>
    </message>
    <message>
        <source>Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.</source>
        <translation>Gerar {model!r} pode precisar de {needed_mib} MiB, e as gerações podem usar {limit_mib} MiB de memória.</translation>
    </message>
    <message>
        <source>the free space on the volume of {folder} is unknown</source>
        <translation>o espaço livre no volume de {folder} é desconhecido</translation>
    </message>
    <message>
        <source>{free_mib} MiB free for {folder}</source>
        <translation>{free_mib} MiB livres para {folder}</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs about {needed_mib} MiB.</source>
        <translation>Não há espaço suficiente no volume de {folder}: há {free_mib} MiB livres, e a instalação precisa de cerca de {needed_mib} MiB.</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about {needed_mib} MiB.</source>
        <translation>Não há espaço suficiente no volume de {folder}: há {free_mib} MiB livres, e os modelos otimizados precisam de cerca de {needed_mib} MiB.</translation>
    </message>
    <message>
        <source>NVIDIA driver {version} (CUDA {cuda})</source>
        <translation>Driver NVIDIA {version} (CUDA {cuda})</translation>
    </message>
    <message>
        <source>Run the installation with a higher limit of memory.</source>
        <translation>Execute a instalação com um limite de memória maior.</translation>
    </message>
    <message>
        <source>no other run is using this target</source>
        <translation>nenhuma outra instalação está usando esta pasta</translation>
    </message>
    <message>
        <source>{count} problems prevent the installation:</source>
        <translation>{count} problemas impedem a instalação:</translation>
    </message>
    <message>
        <source>neither TensorRT-RTX nor TensorRT is installed</source>
        <translation>nem TensorRT-RTX nem TensorRT está instalado</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>gravar em</translation>
    </message>
    <message>
        <source>The path {folder} cannot be spelled in this system&apos;s character set.</source>
        <translation>O caminho {folder} não pode ser escrito com o conjunto de caracteres deste sistema.</translation>
    </message>
    <message>
        <source>{gpu}: {reason}</source>
        <translation>{gpu}: {reason}</translation>
    </message>
    <message>
        <source>This computer has too little memory: {need}.</source>
        <translation>Este computador tem pouca memória: {need}.</translation>
    </message>
    <message>
        <source>This program may use too little memory: {need}.</source>
        <translation>Este programa pode usar pouca memória: {need}.</translation>
    </message>
    <message>
        <source>Choose a folder with another name.</source>
        <translation>Escolha uma pasta com outro nome.</translation>
    </message>
    <message>
        <source>Building {model!r} hit an internal error: {error}</source>
        <translation>Ao gerar {model!r}, ocorreu um erro interno: {error}</translation>
    </message>
    <message>
        <source>What was downloaded could not be verified, so it was not used.</source>
        <translation>Não foi possível verificar o que foi baixado, por isso nada disso foi usado.</translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation>Esse disco é somente leitura.</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this version of the model</source>
        <translation>o fornecedor não oferece nenhum modelo otimizado desta versão do modelo</translation>
    </message>
    <message>
        <source>it is not in the setup: {mb:.1f} MB to download</source>
        <translation>não está incluído no instalador: {mb:.1f} MB para baixar</translation>
    </message>
    <message>
        <source>The model {model!r} is neither in the setup nor among what can be downloaded.</source>
        <translation>O modelo {model!r} não está incluído no instalador nem pode ser baixado.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for it.</source>
        <translation>Peça-o ao fornecedor do aplicativo.</translation>
    </message>
    <message>
        <source>The vendor has no AI feature ready for this PC.</source>
        <translation>O fornecedor não tem nenhum recurso de IA pronto para este PC.</translation>
    </message>
    <message>
        <source>app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.</source>
        <translation>Segundo o app.toml, {file} tem {stated} bytes, mas o fornecedor entrega {found}.</translation>
    </message>
    <message>
        <source>{cores} cores; as far as free memory allows; downloads one by one</source>
        <translation>{cores} núcleos; conforme a memória livre; downloads um por um</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Placa de vídeo</translation>
    </message>
    <message>
        <source>An AI feature gave wrong results on this PC.</source>
        <translation>Um recurso de IA deu resultados incorretos neste PC.</translation>
    </message>
    <message>
        <source>Checking the results on {gpu}</source>
        <translation>Verificando os resultados em {gpu}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} is another one</source>
        <translation>o plug-in {plugin!r} é outro</translation>
    </message>
    <message>
        <source>{way}: {reason:part}</source>
        <translation>{way}: {reason:part}</translation>
    </message>
    <message>
        <source>What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.</source>
        <translation>O que corresponde a {model!r} dá resultados incorretos em {gpu}, seja qual for a forma de configurá-lo.</translation>
    </message>
    <message>
        <source>as downloaded</source>
        <translation>como foi baixado</translation>
    </message>
    <message>
        <source>The engine that was there before stays.</source>
        <translation>O modelo otimizado anterior permanece.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>não verificados</translation>
    </message>
    <message>
        <source>its results were not checked yet</source>
        <translation>os resultados dele ainda não foram verificados</translation>
    </message>
    <message>
        <source>the vendor has changed what its results are checked with</source>
        <translation>o fornecedor mudou aquilo com que os resultados dele são verificados</translation>
    </message>
    <message>
        <source>its results were checked on {old}, but the GPU is now {new}</source>
        <translation>os resultados dele foram verificados em {old}, mas a GPU agora é {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, so its results are checked again</source>
        <translation>o driver mudou de {old} para {new}, por isso os resultados dele são verificados novamente</translation>
    </message>
    <message>
        <source>without timings from elsewhere</source>
        <translation>sem medições de outra origem</translation>
    </message>
    <message>
        <source>as installed</source>
        <translation>como está instalado</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s newest driver, then try again; if that does not help, ask the application&apos;s vendor.</source>
        <translation>Instale o driver mais recente da NVIDIA e tente novamente; se isso não resolver, consulte o fornecedor do aplicativo.</translation>
    </message>
    <message>
        <source>checked on {gpu}</source>
        <translation>verificados em {gpu}</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>não houve resposta</translation>
    </message>
    <message>
        <source>with optimization level {level}</source>
        <translation>com o nível de otimização {level}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>with {library}</source>
        <translation>com {library}</translation>
    </message>
    <message>
        <source>from {file}, which is in fp32</source>
        <translation>a partir de {file}, que está em fp32</translation>
    </message>
    <message>
        <source>What was there before stays.</source>
        <translation>O que havia antes permanece.</translation>
    </message>
    <message>
        <source>it crashed when it was tried: {how}</source>
        <translation>parou de forma inesperada ao ser testado: {how}</translation>
    </message>
    <message>
        <source>it did not come to an end when it was tried</source>
        <translation>não chegou ao fim ao ser testado</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>como de costume</translation>
    </message>
    <message>
        <source>with what the vendor knows to be right</source>
        <translation>com o que o fornecedor sabe que está correto</translation>
    </message>
    <message>
        <source>none was asked for</source>
        <translation>nenhuma verificação foi solicitada</translation>
    </message>
    <message>
        <source>the app package asks for none</source>
        <translation>o pacote de instalação não solicita nenhuma verificação</translation>
    </message>
    <message>
        <source>no GPU of this computer can run it</source>
        <translation>nenhuma GPU deste computador pode executá-lo</translation>
    </message>
    <message>
        <source>AI software</source>
        <translation>Software de IA</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>Memória de vídeo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Other setups</source>
        <translation>Outras instalações</translation>
    </message>
    <message>
        <source>{card}, {memory}</source>
        <translation>{card}, {memory}</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{free} livres de {total}</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>Não é possível verificar</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Não instalado</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Não está em execução</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>É preciso reiniciar</translation>
    </message>
    <message>
        <source>Not for this user</source>
        <translation>Não para este usuário</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card</source>
        <translation>Nenhuma placa de vídeo NVIDIA</translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation>{version} ou mais recente</translation>
    </message>
    <message>
        <source>Not included</source>
        <translation>Não incluído</translation>
    </message>
    <message>
        <source>RTX {series} series or newer</source>
        <translation>RTX série {series} ou mais recente</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Não responde</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Não é necessário</translation>
    </message>
    <message>
        <source>The setup is not allowed to use enough memory for the AI features.</source>
        <translation>A instalação não tem permissão para usar memória suficiente para os recursos de IA.</translation>
    </message>
    <message>
        <source>none is installed, and nothing is built here</source>
        <translation>nenhuma está instalada, e nada é gerado aqui</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Incluído</translation>
    </message>
    <message>
        <source>the engine library is not here, and nothing had to be built</source>
        <translation>a biblioteca de IA não está aqui, e nada precisava ser gerado</translation>
    </message>
    <message>
        <source>is built again {way}</source>
        <translation>é gerado novamente {way}</translation>
    </message>
    <message>
        <source>is downloaded instead</source>
        <translation>será baixado</translation>
    </message>
    <message>
        <source>{engine} gives wrong results now and is set up again.</source>
        <translation>{engine} agora dá resultados incorretos e será configurado novamente.</translation>
    </message>
    <message>
        <source>{engine} gave wrong results and is set up in another way.</source>
        <translation>{engine} deu resultados incorretos e será configurado de outra forma.</translation>
    </message>
    <message>
        <source>is built here instead</source>
        <translation>será gerado aqui</translation>
    </message>
    <message>
        <source>is built again</source>
        <translation>é gerado novamente</translation>
    </message>
    <message>
        <source>{engine} could not be downloaded and is built here instead: {reason}</source>
        <translation>Não foi possível baixar {engine}, que será gerado aqui: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be built here and is downloaded instead: {reason}</source>
        <translation>Não foi possível gerar {engine} aqui, e ele será baixado: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be set up in this way and is set up in another one.</source>
        <translation>Não foi possível configurar {engine} desta forma, e será usada outra.</translation>
    </message>
    <message>
        <source>the app package has it built here</source>
        <translation>o pacote de instalação determina que seja gerado aqui</translation>
    </message>
    <message>
        <source>the app package has it downloaded</source>
        <translation>o pacote de instalação determina que seja baixado</translation>
    </message>
    <message>
        <source>the app package prefers downloads</source>
        <translation>o pacote de instalação dá preferência a downloads</translation>
    </message>
    <message>
        <source>the app package prefers building here</source>
        <translation>o pacote de instalação dá preferência à geração neste computador</translation>
    </message>
    <message>
        <source>this takes less time</source>
        <translation>assim leva menos tempo</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s, after {mb:.0f} MB of the engine library</source>
        <translation>gerá-lo aqui leva cerca de {seconds} s, depois de baixar a biblioteca de IA ({mb:.0f} MB)</translation>
    </message>
    <message>
        <source>The engine of {model!r} cannot be downloaded: {reason}.</source>
        <translation>Não é possível baixar o modelo otimizado de {model!r}: {reason}.</translation>
    </message>
    <message>
        <source>{offer}: {mb:.1f} MB, about {seconds} s</source>
        <translation>{offer}: {mb:.1f} MB, cerca de {seconds} s</translation>
    </message>
    <message>
        <source>nothing can be downloaded now: {reason:part}</source>
        <translation>nada pode ser baixado agora: {reason:part}</translation>
    </message>
    <message>
        <source>it cannot be built here: {reason:part}</source>
        <translation>não é possível gerá-lo aqui: {reason:part}</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s</source>
        <translation>gerá-lo aqui leva cerca de {seconds} s</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {problem}</source>
        <translation>não é possível usar os que o aplicativo inclui: {problem}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for an engine for this computer.</source>
        <translation>Peça ao fornecedor do aplicativo um modelo otimizado para este computador.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} livres</translation>
    </message>
    <message>
        <source>Cannot be written to</source>
        <translation>Não permite gravação</translation>
    </message>
    <message>
        <source>One is running</source>
        <translation>Uma em andamento</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>Permite gravação</translation>
    </message>
    <message>
        <source>None running</source>
        <translation>Nenhuma em andamento</translation>
    </message>
    <message>
        <source>it ended with exit status {status}</source>
        <translation>terminou com o código de saída {status}</translation>
    </message>
    <message>
        <source>only {found} bytes of a {expected}-byte header</source>
        <translation>somente {found} bytes de um cabeçalho de {expected} bytes</translation>
    </message>
    <message>
        <source>the mark of a TensorRT engine is missing</source>
        <translation>falta a marca de um modelo otimizado do TensorRT</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>arquivo vazio</translation>
    </message>
    <message>
        <source>the second mark of a TensorRT-RTX header is missing</source>
        <translation>falta a segunda marca de um cabeçalho do TensorRT-RTX</translation>
    </message>
    <message>
        <source>unknown serialization version {version}</source>
        <translation>versão de serialização desconhecida: {version}</translation>
    </message>
    <message>
        <source>different from what the vendor tested</source>
        <translation>diferente do que o fornecedor testou</translation>
    </message>
    <message>
        <source>not comparable with the vendor&apos;s engine: {reason}</source>
        <translation>não pode ser comparado com o modelo otimizado do fornecedor: {reason}</translation>
    </message>
    <message>
        <source>the engine library gives this model other bytes in some builds</source>
        <translation>a biblioteca de IA não produz os mesmos bytes em todas as gerações deste modelo</translation>
    </message>
    <message>
        <source>this engine was not built at fixed addresses (reproducible = true in app.toml)</source>
        <translation>este modelo otimizado não foi gerado em endereços fixos (reproducible = true em app.toml)</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about this version of the model</source>
        <translation>o fornecedor não declarou nada sobre esta versão do modelo</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about engines of {library}</source>
        <translation>o fornecedor não declarou nada sobre modelos otimizados do {library}</translation>
    </message>
    <message>
        <source>the vendor tested this model with other settings</source>
        <translation>o fornecedor testou este modelo com outras configurações</translation>
    </message>
    <message>
        <source>it was built with {library} {version}, and the vendor tested {versions}</source>
        <translation>foi gerado com {library} {version}, mas o fornecedor testou {versions}</translation>
    </message>
    <message>
        <source>it was built on {system}, and the vendor tested on {systems}</source>
        <translation>foi gerado em {system}, mas o fornecedor fez os testes em {systems}</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about an engine for {targets}</source>
        <translation>o fornecedor não declarou nada sobre um modelo otimizado para {targets}</translation>
    </message>
    <message>
        <source>identical to the engine that the vendor tested</source>
        <translation>idêntico ao modelo otimizado que o fornecedor testou</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {target}.</source>
        <translation>Outra execução do engine-installer está usando {target}.</translation>
    </message>
    <message>
        <source>it is an engine of {library}</source>
        <translation>é um modelo otimizado do {library}</translation>
    </message>
    <message>
        <source>it was built by version {version}, not {expected}</source>
        <translation>foi gerado com a versão {version}, e não com a {expected}</translation>
    </message>
    <message>
        <source>it runs on {targets}, not on {expected}</source>
        <translation>funciona em {targets}, e não em {expected}</translation>
    </message>
    <message>
        <source>The engine {file!r} did not pass verification: {problem}.</source>
        <translation>O modelo otimizado {file!r} não passou na verificação: {problem}.</translation>
    </message>
    <message>
        <source>it has {actual} bytes, the writer counted {counted}, the header says {stated}</source>
        <translation>tem {actual} bytes; ao gravar foram contados {counted}, e o cabeçalho indica {stated}</translation>
    </message>
    <message>
        <source>its content is not what the library delivered</source>
        <translation>o conteúdo não é o que a biblioteca forneceu</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use by {programs}</source>
        <translation>{reason}, mas as medições foram feitas enquanto a GPU estava em uso por {programs}</translation>
    </message>
    <message>
        <source>{gpus} cannot run this engine, and no other can be built here</source>
        <translation>{gpus} não pode executar este modelo otimizado, e nenhum outro pode ser gerado aqui</translation>
    </message>
    <message>
        <source>compute capability {own}</source>
        <translation>capacidade de computação {own}</translation>
    </message>
    <message>
        <source>built with {library}, but {wanted} must be used</source>
        <translation>gerado com {library}, mas é preciso usar {wanted}</translation>
    </message>
    <message>
        <source>the settings have changed: {changes}</source>
        <translation>as configurações mudaram: {changes}</translation>
    </message>
    <message>
        <source>{library} has changed from {old} to {new}</source>
        <translation>{library} mudou de {old} para {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, which engines survive</source>
        <translation>o driver mudou de {old} para {new}, e os modelos otimizados continuam válidos</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use</source>
        <translation>{reason}, mas as medições foram feitas enquanto a GPU estava em uso</translation>
    </message>
    <message>
        <source>recorded for {built_for}, but the model cannot be built for {refused}</source>
        <translation>registrado para {built_for}, mas o modelo não pode ser gerado para {refused}</translation>
    </message>
    <message>
        <source>built for {built_for}, but {needed} is needed</source>
        <translation>gerado para {built_for}, mas é preciso {needed}</translation>
    </message>
    <message>
        <source>built for {built_for} with this library version</source>
        <translation>gerado para {built_for} com esta versão da biblioteca</translation>
    </message>
    <message>
        <source>{gpu} (compute capability {own})</source>
        <translation>{gpu} (capacidade de computação {own})</translation>
    </message>
    <message>
        <source>compute capability {own} and newer</source>
        <translation>capacidade de computação {own} e mais recentes</translation>
    </message>
    <message>
        <source>this version knows more settings</source>
        <translation>esta versão conhece mais configurações</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>ainda não foi gerado nenhum modelo otimizado</translation>
    </message>
    <message>
        <source>the file {file} is missing</source>
        <translation>o arquivo {file} não foi encontrado</translation>
    </message>
    <message>
        <source>the file {file} is damaged</source>
        <translation>o arquivo {file} está danificado</translation>
    </message>
    <message>
        <source>it gives wrong results: {reason:part}</source>
        <translation>dá resultados incorretos: {reason:part}</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>o modelo foi alterado</translation>
    </message>
    <message>
        <source>built on {system}, but this is {this}</source>
        <translation>gerado em {system}, mas este sistema é {this}</translation>
    </message>
    <message>
        <source>the GPU has changed from {old} to {new}</source>
        <translation>a GPU {old} foi substituída por {new}</translation>
    </message>
    <message>
        <source>built for this GPU with this library version</source>
        <translation>gerado para esta GPU com esta versão da biblioteca</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: {reason}</source>
        <translation>a GPU agora é {gpu}: {reason}</translation>
    </message>
    <message>
        <source>there is no supported GPU in this computer now</source>
        <translation>este computador não tem mais nenhuma GPU compatível</translation>
    </message>
    <message>
        <source>the vendor offers an engine that runs on every GPU from compute capability 8.0 on</source>
        <translation>o fornecedor oferece um modelo otimizado que funciona em todas as GPUs a partir da capacidade de computação 8.0</translation>
    </message>
    <message>
        <source>the vendor offers an engine for every GPU of {capabilities}</source>
        <translation>o fornecedor oferece um modelo otimizado para todas as GPUs de {capabilities}</translation>
    </message>
    <message>
        <source>the vendor offers engines for several versions, and which is needed is unknown here: {named}</source>
        <translation>o fornecedor oferece modelos otimizados para várias versões, e não se sabe aqui qual é necessária: {named}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for exactly this model of GPU, {gpu}</source>
        <translation>o fornecedor oferece um modelo otimizado exatamente para este modelo de GPU, {gpu}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for compute capability {own}</source>
        <translation>o fornecedor oferece um modelo otimizado para a capacidade de computação {own}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of {library} of this model</source>
        <translation>o fornecedor não oferece nenhum modelo otimizado do {library} deste modelo</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model that was built with these settings</source>
        <translation>o fornecedor não oferece nenhum modelo otimizado deste modelo gerado com estas configurações</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {library} {version}, only for {versions}</source>
        <translation>o fornecedor não oferece nenhum modelo otimizado deste modelo para {library} {version}, somente para {versions}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {system} and CUDA {cuda}</source>
        <translation>o fornecedor não oferece nenhum modelo otimizado deste modelo para {system} e CUDA {cuda}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {gpu} (compute capability {own})</source>
        <translation>o fornecedor não oferece nenhum modelo otimizado deste modelo para {gpu} (capacidade de computação {own})</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for every GPU that is asked for</source>
        <translation>o fornecedor não oferece nenhum modelo otimizado deste modelo que sirva para todas as GPUs solicitadas</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>deste computador</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again later or from another network; if that does not help, ask the publisher of the application.</source>
        <translation>Nada disso foi usado. Tente novamente mais tarde ou em outra rede; se isso não resolver, consulte o fornecedor do aplicativo.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Copy the folder again from where it came.</source>
        <translation>Nada disso foi usado. Copie a pasta novamente do local de onde ela veio.</translation>
    </message>
    <message>
        <source>What {place} delivers was refused: {reason}.</source>
        <translation>O que {place} fornece foi recusado: {reason}.</translation>
    </message>
    <message>
        <source>A file that came with this setup could not be verified, so it was not used.</source>
        <translation>Não foi possível verificar um arquivo que veio com este instalador, por isso ele não foi usado.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date: it is {today}. If that is right, ask the publisher of the application.</source>
        <translation>Verifique a data deste computador: {today}. Se ela estiver certa, consulte o fornecedor do aplicativo.</translation>
    </message>
    <message>
        <source>There is nothing to install from at {place}.</source>
        <translation>Não há nada em {place} a partir do qual instalar.</translation>
    </message>
    <message>
        <source>{file} was changed: it is not what was signed</source>
        <translation>{file} foi alterado: não é o que foi assinado</translation>
    </message>
    <message>
        <source>Nothing of it was used. What is older is accepted only after the application was uninstalled.</source>
        <translation>Nada disso foi usado. O que é mais antigo só é aceito depois que o aplicativo é desinstalado.</translation>
    </message>
    <message>
        <source>{file} was exchanged: it holds {other}</source>
        <translation>{file} foi trocado: contém {other}</translation>
    </message>
    <message>
        <source>What is in {folder} expired at {date}: there may be something newer by now.</source>
        <translation>O conteúdo de {folder} expirou ({date}): talvez já exista algo mais recente.</translation>
    </message>
    <message>
        <source>Use the folder that has the folders metadata and targets.</source>
        <translation>Use a pasta que contém as pastas metadata e targets.</translation>
    </message>
    <message>
        <source>it lists {file}, {fault}</source>
        <translation>a lista indica {file}, {fault}</translation>
    </message>
    <message>
        <source>The app package&apos;s list of keys is damaged, so nothing can be verified that is delivered.</source>
        <translation>A lista de chaves do pacote de instalação está danificada, por isso nada do que é fornecido pode ser verificado.</translation>
    </message>
    <message>
        <source>Get the setup again from where it came from.</source>
        <translation>Obtenha o instalador novamente do local de onde ele veio.</translation>
    </message>
    <message>
        <source>it describes {file} as another file</source>
        <translation>a lista descreve {file} como outro arquivo</translation>
    </message>
    <message>
        <source>it describes {file} as {other}</source>
        <translation>a lista descreve {file} como {other}</translation>
    </message>
    <message>
        <source>it lists {file}, which should be {path}</source>
        <translation>a lista indica {file}, que deveria ser {path}</translation>
    </message>
    <message>
        <source>it lists {file} without its SHA-256</source>
        <translation>a lista indica {file} sem o SHA-256</translation>
    </message>
    <message>
        <source>it describes {file} wrongly: {fault}</source>
        <translation>a lista descreve {file} de forma incorreta: {fault}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again: what has come is kept.</source>
        <translation>Verifique a conexão de rede e o proxy do sistema e tente novamente: o que já foi recebido é mantido.</translation>
    </message>
    <message>
        <source>{file} is not as it should be: {reason}</source>
        <translation>{file} não está como deveria: {reason}</translation>
    </message>
    <message>
        <source>it is larger than the {size} bytes that were signed</source>
        <translation>tem mais do que os {size} bytes que foram assinados</translation>
    </message>
    <message>
        <source>it has {found} bytes instead of {size}</source>
        <translation>tem {found} bytes em vez de {size}</translation>
    </message>
    <message>
        <source>it is behind a link</source>
        <translation>está atrás de um link</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>está ausente</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>não está assinada</translation>
    </message>
    <message>
        <source>it is signed with another key than the package names</source>
        <translation>está assinada com uma chave diferente da que o pacote indica</translation>
    </message>
    <message>
        <source>what is signed is no statement about engines</source>
        <translation>o que está assinado não é uma declaração sobre modelos otimizados</translation>
    </message>
    <message>
        <source>what is signed contradicts itself: it is not about all the engines that it describes</source>
        <translation>o que está assinado se contradiz: não se refere a todos os modelos otimizados que descreve</translation>
    </message>
    <message>
        <source>its signature is wrong: it was changed after it was signed</source>
        <translation>a assinatura está incorreta: ela foi alterada depois de ser assinada</translation>
    </message>
    <message>
        <source>it is no signed statement</source>
        <translation>não é uma declaração assinada</translation>
    </message>
    <message>
        <source>{file} was valid until {date}</source>
        <translation>{file} era válido até {date}</translation>
    </message>
    <message>
        <source>it was confirmed as up to date only until {date}, so newer files may be held back</source>
        <translation>só foi confirmado como atualizado até {date}, por isso arquivos mais recentes podem estar sendo retidos</translation>
    </message>
    <message>
        <source>{file} is larger than it may be</source>
        <translation>{file} é maior do que o permitido</translation>
    </message>
    <message>
        <source>{file} is not the one that was signed: it was changed, or exchanged for another</source>
        <translation>{file} não é o arquivo que foi assinado: foi alterado ou trocado por outro</translation>
    </message>
    <message>
        <source>{file} has another version than it should have</source>
        <translation>{file} não tem a versão que deveria ter</translation>
    </message>
    <message>
        <source>{file} is damaged, or the server sends something else where it has no file</source>
        <translation>{file} está danificado, ou o servidor envia outra coisa quando não tem um arquivo</translation>
    </message>
    <message>
        <source>{file} was not signed with the publisher&apos;s keys</source>
        <translation>{file} não foi assinado com as chaves do fornecedor</translation>
    </message>
    <message>
        <source>{file} does not fit the others</source>
        <translation>{file} não combina com os outros arquivos</translation>
    </message>
    <message>
        <source>{file} is older than what was here before: version {found} instead of {seen}</source>
        <translation>{file} é mais antigo do que o que havia aqui antes: versão {found} em vez de {seen}</translation>
    </message>
    <message>
        <source>{file} was changed after it was signed, or too few have signed it</source>
        <translation>{file} foi alterado depois de ser assinado, ou poucos o assinaram</translation>
    </message>
    <message>
        <source>{file} is missing, which belongs to it</source>
        <translation>{file}, que faz parte do conjunto, está ausente</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent} % de uso</translation>
    </message>
    <message>
        <source>{program} (process {pid}, {mib} MiB)</source>
        <translation>{program} (processo {pid}, {mib} MiB)</translation>
    </message>
    <message>
        <source>{percent} % used by others</source>
        <translation>{percent} % de uso por outros programas</translation>
    </message>
    <message>
        <source>{percent} % used, but the driver does not tell whether by our own build or by another program</source>
        <translation>{percent} % de uso, mas o driver não informa se por esta geração ou por outro programa</translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation>{program} (processo {pid})</translation>
    </message>
    <message>
        <source>is idle</source>
        <translation>está livre</translation>
    </message>
    <message>
        <source>{verdict} ({reasons})</source>
        <translation>{verdict} ({reasons})</translation>
    </message>
    <message>
        <source>slowed down by {cause}</source>
        <translation>desacelerada por {cause}</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>um programa de outro usuário</translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation>pode estar em uso</translation>
    </message>
    <message>
        <source>it was not watched yet</source>
        <translation>ainda não foi observada</translation>
    </message>
    <message>
        <source>it was watched for {seconds:.1f} s only</source>
        <translation>foi observada por apenas {seconds:.1f} s</translation>
    </message>
    <message>
        <source>the driver does not tell how much it is used</source>
        <translation>o driver não informa o nível de uso</translation>
    </message>
    <message>
        <source>this computer runs on battery</source>
        <translation>este computador está usando a bateria</translation>
    </message>
    <message>
        <source>is in use by {programs}</source>
        <translation>está em uso por {programs}</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>está em uso</translation>
    </message>
    <message>
        <source>the driver has stopped answering</source>
        <translation>o driver parou de responder</translation>
    </message>
    <message>
        <source>{gpu} {verdict}.</source>
        <translation>{gpu} {verdict}.</translation>
    </message>
    <message>
        <source>the driver does not answer: {error}</source>
        <translation>o driver não responde: {error}</translation>
    </message>
    <message>
        <source>{advice}, or build engines for other computers.</source>
        <translation>{advice}, ou gere modelos otimizados para outros computadores.</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {bus}</source>
        <translation>a primeira de GPUs iguais, no barramento PCI {bus}</translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation>{advice}.</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {own}</source>
        <translation>a única GPU compatível, capacidade de computação {own}</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({cores} cores at up to {mhz} MHz; {second} has {second_cores} at up to {second_mhz} MHz)</source>
        <translation>a GPU compatível mais rápida ({cores} núcleos a até {mhz} MHz; {second} tem {second_cores} a até {second_mhz} MHz)</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {own}; {second} has {second_own})</source>
        <translation>a GPU compatível mais recente (capacidade de computação {own}; {second} tem {second_own})</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)</source>
        <translation>a GPU compatível com mais memória ({mib} MiB; {second} tem {second_mib} MiB)</translation>
    </message>
    <message>
        <source>The GPU {gpu} cannot be used: {reason}.</source>
        <translation>A GPU {gpu} não pode ser usada: {reason}.</translation>
    </message>
    <message>
        <source>{capability}, shared by {count} equal GPUs</source>
        <translation>{capability}, de {count} GPUs iguais</translation>
    </message>
    <message>
        <source>{library} does not support {gpu} (compute capability {own}); it supports {supported}</source>
        <translation>{library} não é compatível com {gpu} (capacidade de computação {own}); é compatível com {supported}</translation>
    </message>
    <message>
        <source>the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}</source>
        <translation>o pacote de instalação é para GPUs com capacidade de computação {capabilities}, mas {gpu} tem {own}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>Peça ao fornecedor do aplicativo um pacote compatível com esta GPU.</translation>
    </message>
    <message>
        <source>{gpu} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>{gpu} está dividida em instâncias MIG, e modelos otimizados só são gerados para GPUs inteiras</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA {needed_cuda}</source>
        <translation>o driver NVIDIA é antigo demais: executa CUDA até {newest_cuda}, e {library} precisa de CUDA {needed_cuda}</translation>
    </message>
    <message>
        <source>{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed</source>
        <translation>{gpu} tem {total_mib} MiB de memória, e são necessários pelo menos {needed_mib} MiB</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>Use uma GPU com mais memória ou peça ao fornecedor do aplicativo um modelo menor.</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for</source>
        <translation>foram solicitadas todas as GPUs diferentes</translation>
    </message>
    <message>
        <source>--gpu {gpu} means several GPUs of this computer.</source>
        <translation>--gpu {gpu} corresponde a várias GPUs deste computador.</translation>
    </message>
    <message>
        <source>This computer has no GPU {gpu}.</source>
        <translation>Este computador não tem nenhuma GPU {gpu}.</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver</source>
        <translation>Instale uma GPU compatível e o driver dela</translation>
    </message>
    <message>
        <source>Turn MIG off (nvidia-smi -mig 0)</source>
        <translation>Desative o MIG (nvidia-smi -mig 0)</translation>
    </message>
    <message>
        <source>Install driver {driver} or newer from nvidia.com.</source>
        <translation>Instale o driver {driver} ou mais recente a partir de nvidia.com.</translation>
    </message>
    <message>
        <source>Install a driver for CUDA {needed_cuda} from nvidia.com.</source>
        <translation>Instale um driver para CUDA {needed_cuda} a partir de nvidia.com.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>Run &apos;engine-builder gpus&apos; to see why there is none.</source>
        <translation>Execute “engine-builder gpus” para ver por que não há nenhuma.</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>Execute o nvidia-smi para ver o que o driver informa; instalar o driver novamente costuma resolver.</translation>
    </message>
    <message>
        <source>Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run &apos;wsl --update&apos; and &apos;wsl --shutdown&apos; in Windows, and open WSL again. WSL 1 has no GPU.</source>
        <translation>No WSL, o driver NVIDIA é instalado no Windows, nunca dentro do WSL: instale-o ou atualize-o no Windows, execute “wsl --update” e “wsl --shutdown” no Windows e abra o WSL novamente. O WSL 1 não tem GPU.</translation>
    </message>
    <message>
        <source>a hardware slowdown</source>
        <translation>uma limitação do hardware</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>aquecimento</translation>
    </message>
    <message>
        <source>a limited power supply</source>
        <translation>uma fonte de energia limitada</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>o driver NVIDIA não encontra nenhuma GPU</translation>
    </message>
    <message>
        <source>Check that the card is seated and powered and that no firmware setting has turned it off.</source>
        <translation>Verifique se a placa está bem encaixada, recebe energia e não foi desativada nas configurações do firmware.</translation>
    </message>
    <message>
        <source>there is an NVIDIA GPU, but it is not visible in this session</source>
        <translation>há uma GPU NVIDIA, mas ela não está visível nesta sessão</translation>
    </message>
    <message>
        <source>In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.</source>
        <translation>Em um contêiner, dê acesso à GPU (docker run --gpus all); nos demais casos, use uma conta que tenha permissão para usá-la.</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>a GPU</translation>
    </message>
    <message>
        <source>GPU {index}</source>
        <translation>GPU {index}</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {seconds:g} seconds</source>
        <translation>o driver NVIDIA não respondeu em {seconds:g} segundos</translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>Reinicie o computador. Se o nvidia-smi também travar, instale o driver novamente.</translation>
    </message>
    <message>
        <source>NVML cannot be read: {error}</source>
        <translation>não é possível ler NVML: {error}</translation>
    </message>
    <message>
        <source>Windows gives WSL no NVIDIA driver</source>
        <translation>o Windows não fornece nenhum driver NVIDIA ao WSL</translation>
    </message>
    <message>
        <source>the NVIDIA driver is installed, but not running</source>
        <translation>o driver NVIDIA está instalado, mas não está em execução</translation>
    </message>
    <message>
        <source>Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).</source>
        <translation>Reinicie o computador. Se isso não resolver, instale o driver novamente (no Linux, o Secure Boot pode ter recusado um módulo do kernel não assinado).</translation>
    </message>
    <message>
        <source>the NVIDIA driver was updated, but the old one is still running</source>
        <translation>o driver NVIDIA foi atualizado, mas o antigo ainda está em execução</translation>
    </message>
    <message>
        <source>Restart the computer.</source>
        <translation>Reinicie o computador.</translation>
    </message>
    <message>
        <source>this user may not use the NVIDIA driver</source>
        <translation>este usuário não tem permissão para usar o driver NVIDIA</translation>
    </message>
    <message>
        <source>Run this as a user who may (on Linux: one who can read and write /dev/nvidia*).</source>
        <translation>Use uma conta que tenha permissão (no Linux, uma que possa ler e gravar em /dev/nvidia*).</translation>
    </message>
    <message>
        <source>{gpu} has stopped answering</source>
        <translation>{gpu} parou de responder</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>Reinicie o computador. Se o problema se repetir, verifique a alimentação e a refrigeração da placa.</translation>
    </message>
    <message>
        <source>{gpu} cannot be read: {error}</source>
        <translation>não é possível ler {gpu}: {error}</translation>
    </message>
    <message>
        <source>the Python package nvidia-ml-py is not installed, so GPUs cannot be listed</source>
        <translation>o pacote Python nvidia-ml-py não está instalado, por isso não é possível listar as GPUs</translation>
    </message>
    <message>
        <source>Install engine-installer again; its package or environment is damaged.</source>
        <translation>Instale o engine-installer novamente; o pacote ou o ambiente dele está danificado.</translation>
    </message>
    <message>
        <source>this computer has an NVIDIA GPU, but no NVIDIA driver is installed</source>
        <translation>este computador tem uma GPU NVIDIA, mas nenhum driver NVIDIA está instalado</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>nenhum driver NVIDIA está instalado</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}</source>
        <translation>o TensorRT-RTX não oferece suporte a {operation} em GPUs Turing; o primeiro caso é {node}</translation>
    </message>
    <message>
        <source>the node {node!r}</source>
        <translation>o nó {node!r}</translation>
    </message>
    <message>
        <source>a matrix product in fp32</source>
        <translation>um produto de matrizes em fp32</translation>
    </message>
    <message>
        <source>a 3-D convolution in fp32</source>
        <translation>uma convolução 3D em fp32</translation>
    </message>
    <message>
        <source>a convolution in int8</source>
        <translation>uma convolução em int8</translation>
    </message>
    <message>
        <source>an operation ({reason})</source>
        <translation>uma operação ({reason})</translation>
    </message>
    <message>
        <source>the node that computes {tensor!r}</source>
        <translation>o nó que calcula {tensor!r}</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs</source>
        <translation>o TensorRT-RTX não oferece suporte a {operation} em GPUs Turing</translation>
    </message>
    <message>
        <source>An AI feature could not be optimized for this PC.</source>
        <translation>Não foi possível otimizar um recurso de IA para este PC.</translation>
    </message>
    <message>
        <source>An AI feature has a fault that only its publisher can correct.</source>
        <translation>Um recurso de IA tem um defeito que só o fornecedor pode corrigir.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>Tente novamente para continuar.</translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation>Esta pasta não pode ser usada.</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>Não foi possível ler um arquivo.</translation>
    </message>
    <message>
        <source>Another program is using a file that is needed. Close it, then try again.</source>
        <translation>Outro programa está usando um arquivo necessário. Feche-o e tente novamente.</translation>
    </message>
    <message>
        <source>You are not allowed to read a file that is needed.</source>
        <translation>Você não tem permissão para ler um arquivo necessário.</translation>
    </message>
    <message>
        <source>You are not allowed to change what is installed there.</source>
        <translation>Você não tem permissão para alterar o que está instalado nessa pasta.</translation>
    </message>
    <message>
        <source>Files are in use. Close {programs}, then try again.</source>
        <translation>Há arquivos em uso. Feche {programs} e tente novamente.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: it is in use by {programs}.</source>
        <translation>Não é possível {doing} {path}: está em uso por {programs}.</translation>
    </message>
    <message>
        <source>Close the program that uses it, then try again.</source>
        <translation>Feche o programa que o está usando e tente novamente.</translation>
    </message>
    <message>
        <source>Enter a full path.</source>
        <translation>Digite um caminho completo.</translation>
    </message>
    <message>
        <source>What is installed here is newer than this setup.</source>
        <translation>O que está instalado aqui é mais recente do que este instalador.</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for {feature}. Close other programs that use it, then try again.</source>
        <translation>A sua placa de vídeo tem pouca memória livre para {feature}. Feche outros programas que a usam e tente novamente.</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for the AI features. Close other programs that use it, then try again.</source>
        <translation>A sua placa de vídeo tem pouca memória livre para os recursos de IA. Feche outros programas que a usam e tente novamente.</translation>
    </message>
    <message>
        <source>It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.</source>
        <translation>Ele estava esperando pelo disco, pela placa de vídeo ou por si mesmo. Tente novamente; se isso não resolver, informe o problema.</translation>
    </message>
    <message>
        <source>The log has the details: {file}</source>
        <translation>Os detalhes estão no log: {file}</translation>
    </message>
    <message>
        <source>There is no log with the details.</source>
        <translation>Não há log com os detalhes.</translation>
    </message>
    <message>
        <source>Close other programs, then try again; if it crashes again, report it.</source>
        <translation>Feche outros programas e tente novamente; se a falha se repetir, informe o problema.</translation>
    </message>
    <message>
        <source>An AI feature needed more memory than this PC can give it.</source>
        <translation>Um recurso de IA precisou de mais memória do que este PC pode oferecer.</translation>
    </message>
    <message>
        <source>A part of the setup stopped answering.</source>
        <translation>Uma parte da instalação parou de responder.</translation>
    </message>
    <message>
        <source>An AI feature took far longer than it should.</source>
        <translation>Um recurso de IA demorou muito mais do que deveria.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly, in the same way as before.</source>
        <translation>Uma parte da instalação parou de forma inesperada, da mesma maneira que antes.</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card, then try again.</source>
        <translation>Feche outros programas que usam a placa de vídeo e tente novamente.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Feche outros programas e tente novamente.</translation>
    </message>
    <message>
        <source>A part of the setup could not be started.</source>
        <translation>Não foi possível iniciar uma parte da instalação.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly. Your PC may have run out of memory.</source>
        <translation>Uma parte da instalação parou de forma inesperada. O seu PC pode ter ficado sem memória.</translation>
    </message>
    <message>
        <source>other GPUs get engines from other variants</source>
        <translation>as outras GPUs recebem modelos otimizados a partir de outras variantes</translation>
    </message>
    <message>
        <source>An AI feature cannot be optimized for this kind of graphics card.</source>
        <translation>Um recurso de IA não pode ser otimizado para este tipo de placa de vídeo.</translation>
    </message>
    <message>
        <source>Your PC has too little memory for the AI features.</source>
        <translation>O seu PC tem pouca memória para os recursos de IA.</translation>
    </message>
    <message>
        <source>Report it with the log file.</source>
        <translation>Informe o problema e anexe o arquivo de log.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>Não há espaço suficiente no disco.</translation>
    </message>
    <message>
        <source>A folder with this name cannot be used on this PC.</source>
        <translation>Uma pasta com este nome não pode ser usada neste PC.</translation>
    </message>
    <message>
        <source>no variant is for compute capability {own}</source>
        <translation>nenhuma variante é para a capacidade de computação {own}</translation>
    </message>
    <message>
        <source>compute capability {own} has {data_type}</source>
        <translation>a capacidade de computação {own} oferece suporte a {data_type}</translation>
    </message>
    <message>
        <source>it is for compute capability {named}</source>
        <translation>ela é para a capacidade de computação {named}</translation>
    </message>
    <message>
        <source>exit status {status} without saying why</source>
        <translation>código de saída {status} sem informar o motivo</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Espere até que ela termine e tente novamente.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the disk and report it with the log file.</source>
        <translation>Tente novamente; se o problema se repetir, verifique o disco e informe o problema com o arquivo de log.</translation>
    </message>
    <message>
        <source>the variants have changed: built from {built_from}, not {needed}</source>
        <translation>as variantes mudaram; gerado a partir de: {built_from}; necessário: {needed}</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: built from {built_from}, but {needed} is for it</source>
        <translation>a GPU agora é {gpu}; gerado a partir de: {built_from}; para ela é necessário: {needed}</translation>
    </message>
    <message>
        <source>the variant {variant!r}</source>
        <translation>a variante {variant!r}</translation>
    </message>
    <message>
        <source>the model&apos;s own file</source>
        <translation>o arquivo do próprio modelo</translation>
    </message>
    <message>
        <source>Close those programs, then try again.</source>
        <translation>Feche esses programas e tente novamente.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>Nenhuma placa de vídeo NVIDIA foi encontrada.</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features.</source>
        <translation>A sua placa de vídeo é antiga demais para os recursos de IA.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics card.</source>
        <translation>Os recursos de IA não podem usar a sua placa de vídeo.</translation>
    </message>
    <message>
        <source>Your graphics driver is too old for the AI features.</source>
        <translation>O seu driver de vídeo é antigo demais para os recursos de IA.</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features.</source>
        <translation>A sua placa de vídeo tem pouca memória para os recursos de IA.</translation>
    </message>
    <message>
        <source>The chosen graphics card was not found.</source>
        <translation>A placa de vídeo escolhida não foi encontrada.</translation>
    </message>
    <message>
        <source>Specify an index, a UUID or a PCI bus id of these, or &apos;all&apos;:{gpus}</source>
        <translation>Indique um índice, um UUID ou um identificador de barramento PCI de uma destas, ou “all”:{gpus}</translation>
    </message>
    <message>
        <source>Your graphics driver does not answer. Restart your PC, then try again.</source>
        <translation>O seu driver de vídeo não responde. Reinicie o PC e tente novamente.</translation>
    </message>
    <message>
        <source>No driver is installed for an NVIDIA graphics card.</source>
        <translation>Nenhum driver está instalado para uma placa de vídeo NVIDIA.</translation>
    </message>
    <message>
        <source>You are not allowed to use the graphics card.</source>
        <translation>Você não tem permissão para usar a placa de vídeo.</translation>
    </message>
    <message>
        <source>Install the driver for the GPU from nvidia.com or from the system&apos;s packages, then restart.</source>
        <translation>Instale o driver da GPU a partir de nvidia.com ou dos pacotes do sistema e reinicie o computador.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found either; the engines need one to run.</source>
        <translation>Também não foi encontrada nenhuma GPU NVIDIA; os modelos otimizados precisam de uma para funcionar.</translation>
    </message>
    <message>
        <source>Your graphics driver is not running. Restart your PC, then try again.</source>
        <translation>O seu driver de vídeo não está em execução. Reinicie o PC e tente novamente.</translation>
    </message>
    <message>
        <source>Your graphics driver was updated. Restart your PC, then try again.</source>
        <translation>O seu driver de vídeo foi atualizado. Reinicie o PC e tente novamente.</translation>
    </message>
    <message>
        <source>Your graphics card has stopped answering. Restart your PC, then try again.</source>
        <translation>A sua placa de vídeo parou de responder. Reinicie o PC e tente novamente.</translation>
    </message>
    <message>
        <source>{url} could not be downloaded: {reason}.</source>
        <translation>Não foi possível baixar {url}: {reason}.</translation>
    </message>
    <message>
        <source>only {received} of {size} bytes arrived</source>
        <translation>apenas {received} de {size} bytes foram recebidos</translation>
    </message>
    <message>
        <source>it leads to an address with {scheme!r} instead of https</source>
        <translation>leva a um endereço com {scheme!r} em vez de https</translation>
    </message>
    <message>
        <source>this computer does not trust the server&apos;s certificate ({problem})</source>
        <translation>este computador não confia no certificado do servidor ({problem})</translation>
    </message>
    <message>
        <source>A program on the network may open the connection. Ask whoever looks after this computer.</source>
        <translation>Um programa na rede pode estar abrindo a conexão. Fale com quem cuida deste computador.</translation>
    </message>
    <message>
        <source>it comes too slowly, with {received} of {size} bytes in {seconds} seconds</source>
        <translation>está lento demais, com {received} de {size} bytes em {seconds} segundos</translation>
    </message>
    <message>
        <source>Python {python} on {system}</source>
        <translation>Python {python} em {system}</translation>
    </message>
    <message>
        <source>The wheel {file} is damaged, so it is not unpacked.</source>
        <translation>O arquivo .whl {file} está danificado e não pôde ser descompactado.</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {computer} of {distributions}.</source>
        <translation>app.toml não indica nenhum arquivo .whl para {computer} de {distributions}.</translation>
    </message>
    <message>
        <source>None of the wheels that app.toml names is an engine library: {libraries}.</source>
        <translation>Nenhum dos arquivos .whl que app.toml indica é uma biblioteca de IA: {libraries}.</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>O fornecedor do aplicativo precisa indicar um; este computador talvez seja antigo demais ou de um tipo não previsto.</translation>
    </message>
    <message>
        <source>The AI features cannot run on this kind of PC.</source>
        <translation>Os recursos de IA não funcionam neste tipo de PC.</translation>
    </message>
    <message>
        <source>{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.</source>
        <translation>{file} não é o arquivo .whl que app.toml indica: o SHA-256 é {found}, e não {expected}.</translation>
    </message>
    <message>
        <source>Download the file again from where it is published.</source>
        <translation>Baixe o arquivo novamente de onde foi publicado.</translation>
    </message>
    <message>
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>o nível de otimização 0 não leva em conta um cache de medições; os níveis 1 e 2 também são rápidos e o levam em conta</translation>
    </message>
    <message>
        <source>made on an {gpu}, as in this computer</source>
        <translation>criado em uma {gpu}, como a deste computador</translation>
    </message>
    <message>
        <source>made on an {gpu} with the same compute capability {capability}; the catalogue has none of {own_gpu} itself for this build</source>
        <translation>criado em uma {gpu} com a mesma capacidade de computação {capability}; o catálogo não tem nenhum da própria {own_gpu} para esta geração</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {versions}, and {installed} is installed</source>
        <translation>os caches são para TensorRT {versions}, e {installed} está instalado</translation>
    </message>
    <message>
        <source>the caches are for CUDA {versions}, and the library is for CUDA {installed}</source>
        <translation>os caches são para CUDA {versions}, e a biblioteca é para CUDA {installed}</translation>
    </message>
    <message>
        <source>the caches were made on {systems}, and this is {system}</source>
        <translation>os caches foram criados em {systems}, e este sistema é {system}</translation>
    </message>
    <message>
        <source>the caches are for compute capability {capabilities}, and {gpu} has {own}</source>
        <translation>os caches são para a capacidade de computação {capabilities}, e {gpu} tem {own}</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {differences}</source>
        <translation>os caches foram criados com outras configurações: {differences}</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>o aplicativo não inclui nenhum</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>não inclui este modelo</translation>
    </message>
    <message>
        <source>it covers this model only with other settings, such as other profiles</source>
        <translation>inclui este modelo apenas com outras configurações, como outros perfis</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(desconhecido)</translation>
    </message>
    <message>
        <source>its first line is not that of a timing cache of engine-installer</source>
        <translation>a primeira linha não é a de um cache de medições do engine-installer</translation>
    </message>
    <message>
        <source>it is for something else than its name says</source>
        <translation>o conteúdo não corresponde ao nome</translation>
    </message>
    <message>
        <source>its content does not have the hash that its header states</source>
        <translation>o conteúdo não tem o hash que o cabeçalho indica</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>renomear</translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation>não é possível ler o cabeçalho</translation>
    </message>
    <message>
        <source>Building the model {model!r} hit an internal error of engine-installer.</source>
        <translation>Ao gerar o modelo {model!r}, ocorreu um erro interno do engine-installer.</translation>
    </message>
    <message>
        <source>The workspace is too small</source>
        <translation>O espaço de trabalho é pequeno demais</translation>
    </message>
    <message>
        <source>Dimensions that share a name differ</source>
        <translation>Há dimensões com o mesmo nome e valores diferentes</translation>
    </message>
    <message>
        <source>An input or output cannot have that format</source>
        <translation>Uma entrada ou saída não pode ter esse formato</translation>
    </message>
    <message>
        <source>TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)</source>
        <translation>O TensorRT-RTX não consegue gerar isto para GeForce RTX 20 e outras GPUs Turing (capacidade de computação 7.5)</translation>
    </message>
    <message>
        <source>The GPU lacks a data type</source>
        <translation>A GPU não oferece um tipo de dados</translation>
    </message>
    <message>
        <source>The sizes of a profile contradict each other</source>
        <translation>Os tamanhos de um perfil se contradizem</translation>
    </message>
    <message>
        <source>The library lacks an operator</source>
        <translation>A biblioteca não oferece um operador</translation>
    </message>
    <message>
        <source>An input or output cannot have that data type</source>
        <translation>Uma entrada ou saída não pode ter esse tipo de dados</translation>
    </message>
    <message>
        <source>Scales and zero points of QuantizeLinear and DequantizeLinear must be constants</source>
        <translation>As escalas e os pontos zero de QuantizeLinear e DequantizeLinear precisam ser constantes</translation>
    </message>
    <message>
        <source>There is no kernel for an Attention operator</source>
        <translation>Não há kernel para um operador Attention</translation>
    </message>
    <message>
        <source>The library failed on nested If operators</source>
        <translation>A biblioteca falhou com operadores If aninhados</translation>
    </message>
    <message>
        <source>Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the application&apos;s vendor can ship a timing cache for this GPU model.</source>
        <translation>Foram usadas medições de outro modelo de GPU ({gpu}), por isso o modelo otimizado pode não atingir a velocidade máxima; o fornecedor do aplicativo pode incluir um cache de medições para este modelo de GPU.</translation>
    </message>
    <message>
        <source>The engine library could not build the model {model!r}: {reason}</source>
        <translation>A biblioteca de IA não conseguiu gerar o modelo otimizado de {model!r}: {reason}</translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation>Carregando a biblioteca de IA</translation>
    </message>
    <message>
        <source>Timing cache: the library failed when it was read ({error}).</source>
        <translation>Cache de medições: a biblioteca falhou ao lê-lo ({error}).</translation>
    </message>
    <message>
        <source>Timing cache: none is used, because the library failed on it ({error}).</source>
        <translation>Cache de medições: nenhum é usado, porque a biblioteca falhou com ele ({error}).</translation>
    </message>
    <message>
        <source>create</source>
        <translation>criar</translation>
    </message>
    <message>
        <source>write the engine</source>
        <translation>gravar o modelo otimizado</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}: {reason}</source>
        <translation>Não há memória suficiente para gerar o modelo {model!r}: {reason}</translation>
    </message>
    <message>
        <source>{problem} for the model {model!r}: {reason}</source>
        <translation>{problem} (modelo {model!r}): {reason}</translation>
    </message>
    <message>
        <source>The log has everything that the library said.</source>
        <translation>O log contém tudo o que a biblioteca informou.</translation>
    </message>
    <message>
        <source>{reason} (operator {operator})</source>
        <translation>{reason} (operador {operator})</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Lendo o modelo</translation>
    </message>
    <message>
        <source>Loading the engine on {gpu}</source>
        <translation>Carregando o modelo otimizado em {gpu}</translation>
    </message>
    <message>
        <source>The model {model!r} has a name that is not valid text: {name!r}.</source>
        <translation>O modelo {model!r} tem um nome que não é um texto válido: {name!r}.</translation>
    </message>
    <message>
        <source>Timing cache refused: {reason}.</source>
        <translation>Cache de medições recusado: {reason}.</translation>
    </message>
    <message>
        <source>The new timings could not be kept: {reason}.</source>
        <translation>Não foi possível manter as novas medições: {reason}.</translation>
    </message>
    <message>
        <source>The engine library cannot start: {reason}</source>
        <translation>A biblioteca de IA não pode ser iniciada: {reason}</translation>
    </message>
    <message>
        <source>At least {needed_mib} MiB are needed.</source>
        <translation>São necessários pelo menos {needed_mib} MiB.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} does not load on {gpu}: {reason}</source>
        <translation>O modelo otimizado de {model!r} não é carregado em {gpu}: {reason}</translation>
    </message>
    <message>
        <source>Check that the NVIDIA driver is installed and new enough for the library.</source>
        <translation>Verifique se o driver NVIDIA está instalado e é recente o bastante para a biblioteca.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics driver.</source>
        <translation>Os recursos de IA não podem usar o seu driver de vídeo.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} cannot run on {gpu}: {reason}</source>
        <translation>O modelo otimizado de {model!r} não pode ser executado em {gpu}: {reason}</translation>
    </message>
    <message>
        <source>The engine library does not accept {setting} of the model {model!r}.</source>
        <translation>A biblioteca de IA não aceita {setting} do modelo {model!r}.</translation>
    </message>
    <message>
        <source>The engine gave no results within {seconds:.0f} seconds.</source>
        <translation>O modelo otimizado não deu resultados em {seconds:.0f} segundos.</translation>
    </message>
    <message numerus="yes">
        <source>The results agree with {count} references.</source>
        <translation>
            <numerusform>Os resultados coincidem com {count} referência.</numerusform>
            <numerusform>Os resultados coincidem com {count} referências.</numerusform>
        </translation>
    </message>
    <message>
        <source>The output {output!r} {fault}.</source>
        <translation>A saída {output!r} {fault}.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model!r} has no references.</source>
        <translation>O arquivo {file} do modelo {model!r} não contém referências.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {reason}.</source>
        <translation>Não é possível verificar os resultados: {reason}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no GPU of this PC runs it.</source>
        <translation>Não é possível verificar os resultados: nenhuma GPU deste PC executa o modelo otimizado.</translation>
    </message>
    <message>
        <source>The engine {file} of the model {model!r} has changed.</source>
        <translation>O modelo otimizado {file} do modelo {model!r} foi alterado.</translation>
    </message>
    <message>
        <source>The model {model!r} does not say where its weights are.</source>
        <translation>O modelo {model!r} não informa onde estão os pesos.</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} in {file!r} do not fit.</source>
        <translation>Os pesos externos do modelo {model!r} em {file!r} não correspondem.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which app.toml does not list.</source>
        <translation>O modelo {model!r} guarda pesos em {file!r}, que app.toml não lista.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which is missing from the app package.</source>
        <translation>O modelo {model!r} guarda pesos em {file!r}, que falta no pacote de instalação.</translation>
    </message>
    <message>
        <source>The model {model!r} has external weights that are too large.</source>
        <translation>O modelo {model!r} tem pesos externos grandes demais.</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} are too short: {file} has {size} bytes.</source>
        <translation>Os pesos externos do modelo {model!r} são curtos demais: {file} tem {size} bytes.</translation>
    </message>
    <message>
        <source>a file name that is relative to the ONNX file</source>
        <translation>um nome de arquivo relativo ao arquivo ONNX</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>um número de bytes</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the GPU has not enough free memory ({reason:part}).</source>
        <translation>Não é possível verificar os resultados: a GPU não tem memória livre suficiente ({reason:part}).</translation>
    </message>
    <message>
        <source>The engine failed when it was run: {reason}</source>
        <translation>O modelo otimizado falhou ao ser executado: {reason}</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.</source>
        <translation>Não é possível verificar os resultados: as referências têm as entradas {given}; o modelo otimizado tem {wanted}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine takes {wanted}.</source>
        <translation>Não é possível verificar os resultados: a entrada {tensor!r} das referências é {given}, e o modelo otimizado espera {wanted}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no profile of the engine allows the references&apos; inputs ({shapes}).</source>
        <translation>Não é possível verificar os resultados: nenhum perfil do modelo otimizado aceita as entradas das referências ({shapes}).</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {tensor!r} is not a plain array ({what}).</source>
        <translation>Não é possível verificar os resultados: {tensor!r} não é uma matriz simples ({what}).</translation>
    </message>
    <message>
        <source>The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.</source>
        <translation>As entradas e saídas do modelo {model!r} não podem ser as que o arquivo ONNX declara.</translation>
    </message>
    <message>
        <source>{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.</source>
        <translation>{tensor!r} é {declared} no arquivo ONNX, mas {actual} no modelo otimizado.</translation>
    </message>
    <message numerus="yes">
        <source>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</source>
        <translation>
            <numerusform>A entrada {inputs} tem um valor padrão no arquivo ONNX. O modelo otimizado não tem essa entrada e sempre usa esse valor.</numerusform>
            <numerusform>As entradas {inputs} têm valores padrão no arquivo ONNX. O modelo otimizado não tem essas entradas e sempre usa esses valores.</numerusform>
        </translation>
    </message>
    <message>
        <source>{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have both under one name.</source>
        <translation>{tensor!r} é uma entrada do modelo {model!r} e também uma das saídas; um modelo otimizado não pode ter as duas com o mesmo nome.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: {reason}.</source>
        <translation>Não é possível carregar {library}: {reason}.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: there is not enough memory.</source>
        <translation>Não é possível carregar {library}: não há memória suficiente.</translation>
    </message>
    <message>
        <source>A part of the setup does not work on this PC.</source>
        <translation>Uma parte da instalação não funciona neste PC.</translation>
    </message>
    <message>
        <source>The library gave no reason.</source>
        <translation>A biblioteca não informou o motivo.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.</source>
        <translation>{file} do modelo {model!r} não é um modelo ONNX válido; pode estar incompleto ou danificado.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} was changed while the installation was running.</source>
        <translation>{file} do modelo {model!r} foi alterado durante a instalação.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is empty.</source>
        <translation>{file} do modelo {model!r} está vazio.</translation>
    </message>
    <message>
        <source>A file of the setup was changed while it was being used.</source>
        <translation>Um arquivo da instalação foi alterado enquanto era usado.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.</source>
        <translation>{file} do modelo {model!r} não é um modelo ONNX que possa ser executado: não tem saídas.</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} is not that of a network: {reason}.</source>
        <translation>O arquivo ONNX do modelo {model!r} não é o de uma rede: {reason}.</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} cannot be used: {reason}</source>
        <translation>Não é possível usar o arquivo ONNX do modelo {model!r}: {reason}</translation>
    </message>
    <message>
        <source>The inputs and outputs that the ONNX file declares cannot be compared with the engine&apos;s.</source>
        <translation>As entradas e saídas que o arquivo ONNX declara não podem ser comparadas com as do modelo otimizado.</translation>
    </message>
    <message>
        <source>The model {model!r} in {file} has no inputs.</source>
        <translation>O modelo {model!r} em {file} não tem entradas.</translation>
    </message>
    <message>
        <source>The model {model!r} does not declare the shape of its input {inputs}.</source>
        <translation>O modelo {model!r} não declara o formato da entrada {inputs}.</translation>
    </message>
    <message>
        <source>The function {function!r} of the model {model!r} calls itself.</source>
        <translation>A função {function!r} do modelo {model!r} chama a si mesma.</translation>
    </message>
    <message>
        <source>graph or the external weights</source>
        <translation>grafo ou os pesos externos</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>grafo</translation>
    </message>
    <message>
        <source>its functions expand to more than {number} nodes</source>
        <translation>as funções se expandem para mais de {number} nós</translation>
    </message>
    <message>
        <source>a name has more than {number} bytes</source>
        <translation>um nome tem mais de {number} bytes</translation>
    </message>
    <message>
        <source>a tensor has more than {number} dimensions</source>
        <translation>um tensor tem mais de {number} dimensões</translation>
    </message>
    <message>
        <source>its parts lie more than {number} deep inside each other</source>
        <translation>as partes estão aninhadas em mais de {number} níveis</translation>
    </message>
    <message>
        <source>it has more than {number} parts</source>
        <translation>tem mais de {number} partes</translation>
    </message>
    <message>
        <source>{type}, which {library} does not take</source>
        <translation>{type}, que {library} não aceita</translation>
    </message>
    <message>
        <source>{operator} (node {node})</source>
        <translation>{operator} (nó {node})</translation>
    </message>
    <message>
        <source>quantized asymmetrically or as uint8</source>
        <translation>quantizado de forma assimétrica ou como uint8</translation>
    </message>
    <message>
        <source>uint8 is not supported inside a network</source>
        <translation>uint8 não é aceito dentro de uma rede</translation>
    </message>
    <message>
        <source>arithmetic with quantized integers is not supported</source>
        <translation>a aritmética com inteiros quantizados não é aceita</translation>
    </message>
    <message>
        <source>in training mode</source>
        <translation>em modo de treinamento</translation>
    </message>
    <message>
        <source>with more outputs than are supported</source>
        <translation>com mais saídas do que as aceitas</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not have this operator</source>
        <translation>o TensorRT-RTX não tem este operador</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}: {reason}</translation>
    </message>
    <message>
        <source>The model {model!r} uses operators that the engine library does not support: {nodes}.</source>
        <translation>O modelo {model!r} usa operadores que a biblioteca de IA não oferece: {nodes}.</translation>
    </message>
    <message>
        <source>{library} cannot build the model {model!r}: {reasons}</source>
        <translation>{library} não consegue gerar o modelo {model!r}: {reasons}</translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation>{nodes} e mais {count}</translation>
    </message>
    <message>
        <source>of no data type</source>
        <translation>sem tipo de dados</translation>
    </message>
    <message>
        <source>the input {input!r}</source>
        <translation>a entrada {input!r}</translation>
    </message>
    <message>
        <source>their content does not fit their data type and shape</source>
        <translation>o conteúdo não corresponde ao tipo de dados e ao formato</translation>
    </message>
    <message>
        <source>the output {output!r}</source>
        <translation>a saída {output!r}</translation>
    </message>
    <message>
        <source>no node computes it</source>
        <translation>nenhum nó a calcula</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message>
        <source>a node without an operator</source>
        <translation>um nó sem operador</translation>
    </message>
    <message>
        <source>{operator} (node {node}, inside {outer})</source>
        <translation>{operator} (nó {node}, dentro de {outer})</translation>
    </message>
    <message>
        <source>{node} and {count} more of this kind</source>
        <translation>{node} e mais {count} deste tipo</translation>
    </message>
    <message>
        <source>{count} dimensions, more than {library} takes</source>
        <translation>{count} dimensões, mais do que {library} aceita</translation>
    </message>
    <message>
        <source>the weights {tensor!r}</source>
        <translation>os pesos {tensor!r}</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>não aceito</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>o modelo</translation>
    </message>
    <message>
        <source>the weights {tensor!r} are a sparse tensor, which is not supported</source>
        <translation>os pesos {tensor!r} são um tensor esparso, o que não é aceito</translation>
    </message>
    <message>
        <source>a loop without a condition</source>
        <translation>um laço sem condição</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}</source>
        <translation>Não é possível carregar com {library} o plug-in {plugin!r} do modelo {model!r}: {reason}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} has it, which this model does not name</source>
        <translation>o plug-in {plugin!r}, que este modelo não indica, o tem</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.</source>
        <translation>O plug-in {plugin!r} não tem o operador {operators} que app.toml indica; tem {found}.</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} does not take it: {reason}</source>
        <translation>o plug-in {plugin!r} não o aceita: {reason}</translation>
    </message>
    <message>
        <source>app.toml does not fit the ONNX file of the model {model!r}.</source>
        <translation>app.toml não corresponde ao arquivo ONNX do modelo {model!r}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} e mais {count}</translation>
    </message>
    <message>
        <source>they are not used</source>
        <translation>não são usadas</translation>
    </message>
    <message>
        <source>they were set aside</source>
        <translation>foram deixadas de lado</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings ({reason}); {outcome}</source>
        <translation>as medições deste computador ({reason}); {outcome}</translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation>{what} ({reason})</translation>
    </message>
    <message>
        <source>the library gave no reason</source>
        <translation>a biblioteca não informou o motivo</translation>
    </message>
    <message>
        <source>all timing caches</source>
        <translation>todos os caches de medições</translation>
    </message>
    <message>
        <source>the library does not let shipped timings be taken out</source>
        <translation>a biblioteca não permite retirar as medições incluídas</translation>
    </message>
    <message>
        <source>{file} was changed since it was checked</source>
        <translation>{file} foi alterado depois de verificado</translation>
    </message>
    <message>
        <source>another build holds them for too long</source>
        <translation>outra geração as mantém em uso por tempo demais</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings cannot be read ({error})</source>
        <translation>não é possível ler as medições deste computador ({error})</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation>não é possível ler {file} ({error})</translation>
    </message>
    <message>
        <source>they have grown too large, so they were removed</source>
        <translation>ficaram grandes demais, por isso foram removidas</translation>
    </message>
    <message>
        <source>Weights are infinite or not numbers, and the engine&apos;s results may be as well: {weights}.</source>
        <translation>Há pesos infinitos ou que não são números, e os resultados do modelo otimizado também podem ser assim: {weights}.</translation>
    </message>
    <message>
        <source>Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: {weights}.</source>
        <translation>Pesos do tipo fp64 são grandes demais para fp32, e o modelo otimizado usa o maior número fp32 no lugar deles: {weights}.</translation>
    </message>
    <message>
        <source>Weights are too large for fp16 and become infinite: {weights}.</source>
        <translation>Há pesos grandes demais para fp16, que se tornam infinitos: {weights}.</translation>
    </message>
    <message>
        <source>The engine library changed numbers that do not fit: {reason}</source>
        <translation>A biblioteca de IA alterou números que não cabem: {reason}</translation>
    </message>
    <message>
        <source>{weight!r} ({count} of {total})</source>
        <translation>{weight!r} ({count} de {total})</translation>
    </message>
    <message>
        <source>{app} has no feed, so --feed has nothing to be for.</source>
        <translation>{app} não tem feed, por isso --feed não se aplica.</translation>
    </message>
    <message>
        <source>The feed&apos;s statement about engines was refused: {reason}.</source>
        <translation>A declaração do feed sobre modelos otimizados foi recusada: {reason}.</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights, and there is no way to ask for them here.</source>
        <translation>Uma instalação para todos os usuários exige direitos de administrador, e não há como solicitá-los aqui.</translation>
    </message>
    <message>
        <source>The run with administrator rights ended without a result: {how}</source>
        <translation>A operação com direitos de administrador terminou sem resultado: {how}</translation>
    </message>
    <message>
        <source>Administrator rights were not given. Nothing was changed.</source>
        <translation>Os direitos de administrador não foram concedidos. Nada foi alterado.</translation>
    </message>
    <message>
        <source>Only an administrator can install for everyone on this PC.</source>
        <translation>Somente um administrador pode instalar para todos neste PC.</translation>
    </message>
    <message>
        <source>Administrator rights were not given.</source>
        <translation>Os direitos de administrador não foram concedidos.</translation>
    </message>
    <message>
        <source>timed while the GPU was in use by {programs}; a repair times it again</source>
        <translation>medido enquanto a GPU estava em uso por {programs}; um reparo mede novamente</translation>
    </message>
    <message>
        <source>its results are right on {gpu}</source>
        <translation>os resultados dele estão corretos em {gpu}</translation>
    </message>
    <message>
        <source>{right}; other ways gave wrong results</source>
        <translation>{right}; outras formas deram resultados incorretos</translation>
    </message>
    <message>
        <source>it is unknown whether the GPU was in use during the build: {reasons}</source>
        <translation>não se sabe se a GPU estava em uso durante a geração: {reasons}</translation>
    </message>
    <message>
        <source>timed while the GPU was in use; a repair times it again</source>
        <translation>medido enquanto a GPU estava em uso; um reparo mede novamente</translation>
    </message>
    <message>
        <source>its results were not checked: {reason:part}</source>
        <translation>os resultados dele não foram verificados: {reason:part}</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation>{file} está danificado: {reason}.</translation>
    </message>
    <message>
        <source>Features cannot be added or removed: {file} does not exist.</source>
        <translation>Não é possível adicionar nem remover recursos: {file} não existe.</translation>
    </message>
    <message>
        <source>Repair the application first.</source>
        <translation>Repare primeiro o aplicativo.</translation>
    </message>
    <message>
        <source>What is installed here has to be repaired first.</source>
        <translation>O que está instalado aqui precisa ser reparado primeiro.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that is installed.</source>
        <translation>O pacote de instalação em {folder} não é o que está instalado.</translation>
    </message>
    <message>
        <source>The files that this needs are no longer there. Download the setup again.</source>
        <translation>Os arquivos necessários para isso não existem mais. Baixe o instalador novamente.</translation>
    </message>
    <message>
        <source>{folder} is the folder that the application&apos;s files come from.</source>
        <translation>{folder} é a pasta de onde vêm os arquivos do aplicativo.</translation>
    </message>
    <message>
        <source>The files of the setup are in this folder.</source>
        <translation>Os arquivos do instalador estão nesta pasta.</translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation>Tudo está atualizado; nada foi alterado.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor; nothing of it was used.</source>
        <translation>Consulte o fornecedor do aplicativo; nada disso foi usado.</translation>
    </message>
    <message>
        <source>Version {version} replaces the newer version {installed}.</source>
        <translation>A versão {version} substitui a versão mais recente {installed}.</translation>
    </message>
    <message>
        <source>{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.</source>
        <translation>{installed} ({installed_id}) está instalado em {folder}; {name} ({id}) precisa de uma pasta própria.</translation>
    </message>
    <message>
        <source>{app} has no feature {features}.</source>
        <translation>{app} não tem o recurso {features}.</translation>
    </message>
    <message>
        <source>Choose another folder, or uninstall the other application first.</source>
        <translation>Escolha outra pasta ou desinstale primeiro o outro aplicativo.</translation>
    </message>
    <message>
        <source>{app} is installed in this folder, and two applications cannot share one.</source>
        <translation>{app} está instalado nesta pasta, e dois aplicativos não podem usar a mesma.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} is damaged: {reason}.</source>
        <translation>Não há nada para reparar: {file} está danificado: {reason}.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} does not exist.</source>
        <translation>Não há nada para reparar: {file} não existe.</translation>
    </message>
    <message>
        <source>Install the application instead.</source>
        <translation>Em vez disso, instale o aplicativo.</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {problem}.</source>
        <translation>Um cache de medições incluído no aplicativo não é usado: {problem}.</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked against their hashes.</source>
        <translation>app.toml indica verify = false: os arquivos deste pacote não foram comparados com os hashes.</translation>
    </message>
    <message>
        <source>{file} is not as engine-installer installed it; it is kept as {name}.</source>
        <translation>{file} não está como o engine-installer o instalou; é mantido como {name}.</translation>
    </message>
    <message>
        <source>{file} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{file} pertence a uma versão anterior, mas foi alterado depois; é mantido.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</source>
        <translation>
            <numerusform>{count} arquivo do aplicativo não foi encontrado e só pode ser restaurado pelo instalador do próprio aplicativo: {files}.</numerusform>
            <numerusform>{count} arquivos do aplicativo não foram encontrados e só podem ser restaurados pelo instalador do próprio aplicativo: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its features that can be left out: {features}.</source>
        <translation>Recursos que podem ser omitidos: {features}.</translation>
    </message>
    <message>
        <source>It has no features that can be left out.</source>
        <translation>Não há recursos que possam ser omitidos.</translation>
    </message>
    <message>
        <source>What is installed here cannot be repaired. Install it again.</source>
        <translation>O que está instalado aqui não pode ser reparado. Instale-o novamente.</translation>
    </message>
    <message>
        <source>No timing cache is used: {reason}.</source>
        <translation>Nenhum cache de medições é usado: {reason}.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the log.</source>
        <translation>Este usuário não tem pasta pessoal, por isso não há um local padrão para o log.</translation>
    </message>
    <message>
        <source>The log file {file} cannot be written: {reason}.</source>
        <translation>Não é possível gravar o arquivo de log {file}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another file with --log.</source>
        <translation>Escolha outro arquivo com --log.</translation>
    </message>
    <message>
        <source>{what} installed in {folder}.</source>
        <translation>Instalação concluída em {folder}: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} engines</source>
        <translation>
            <numerusform>{count} modelo otimizado</numerusform>
            <numerusform>{count} modelos otimizados</numerusform>
        </translation>
    </message>
    <message>
        <source>The time limit was reached: {engines} installed, {left} not built yet.</source>
        <translation>O limite de tempo foi atingido: já instalado: {engines}; ainda não gerado: {left}.</translation>
    </message>
    <message numerus="yes">
        <source>But {count} files of the application are missing: {files}.</source>
        <translation>
            <numerusform>Mas {count} arquivo do aplicativo não foi encontrado: {files}.</numerusform>
            <numerusform>Mas {count} arquivos do aplicativo não foram encontrados: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features could not be set up, for several reasons.</source>
        <translation>
            <numerusform>Não foi possível configurar {count} recurso de IA, por vários motivos.</numerusform>
            <numerusform>Não foi possível configurar {count} recursos de IA, por vários motivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>No timing was measured here</source>
        <translation>Nenhuma medição foi feita aqui</translation>
    </message>
    <message>
        <source>{measured}; {served} of {models} took every timing from the cache.</source>
        <translation>{measured}; em {served} de {models}, todas as medições vieram do cache.</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer.</source>
        <translation>Execute o instalador do próprio aplicativo.</translation>
    </message>
    <message>
        <source>Try again to continue; nothing is done twice.</source>
        <translation>Tente novamente para continuar; nada é feito duas vezes.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing.</source>
        <translation>
            <numerusform>{count} arquivo do aplicativo não foi encontrado.</numerusform>
            <numerusform>{count} arquivos do aplicativo não foram encontrados.</numerusform>
        </translation>
    </message>
    <message>
        <source>it is for other GPUs</source>
        <translation>ela é para outras GPUs</translation>
    </message>
    <message>
        <source>These files are in use by {programs}: {files}.</source>
        <translation>Estes arquivos estão em uso por {programs}: {files}.</translation>
    </message>
    <message>
        <source>Close the application, then try again.</source>
        <translation>Feche o aplicativo e tente novamente.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Tente novamente.</translation>
    </message>
    <message>
        <source>Try again to complete what has begun.</source>
        <translation>Tente novamente para concluir o que foi iniciado.</translation>
    </message>
    <message>
        <source>Windows does not take the folder {folder}, because of {fault}.</source>
        <translation>O Windows não aceita a pasta {folder}: {fault}.</translation>
    </message>
    <message>
        <source>The records of the installation in this folder were changed or damaged.</source>
        <translation>As informações sobre a instalação nesta pasta foram alteradas ou estão danificadas.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; files of the application that are already there are then kept under another name.</source>
        <translation>Ele foi alterado ou o disco está danificado. Exclua esse arquivo e execute o instalador novamente; os arquivos do aplicativo que já existem são mantidos com outro nome.</translation>
    </message>
    <message>
        <source>{path} is not a file, but a file of that name must be installed.</source>
        <translation>{path} não é um arquivo, mas é preciso instalar um arquivo com esse nome.</translation>
    </message>
    <message>
        <source>Move or rename it, or choose another folder.</source>
        <translation>Mova-o, renomeie-o ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>Put a folder in its place, or choose another folder.</source>
        <translation>Coloque uma pasta no lugar ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card}.</source>
        <translation>Os recursos de IA estão otimizados para a sua {card}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed are still in its folder.</source>
        <translation>
            <numerusform>{count} arquivo que você alterou ainda está na pasta.</numerusform>
            <numerusform>{count} arquivos que você alterou ainda estão na pasta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its AI features are ready.</source>
        <translation>Os recursos de IA estão prontos.</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card} again.</source>
        <translation>Os recursos de IA estão novamente otimizados para a sua {card}.</translation>
    </message>
    <message>
        <source>{app} was removed</source>
        <translation>{app} foi desinstalado</translation>
    </message>
    <message>
        <source>It has been taken off this PC.</source>
        <translation>Ele foi removido deste PC.</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>{size} estão livres novamente.</translation>
    </message>
    <message>
        <source>{app} is ready</source>
        <translation>{app} está pronto</translation>
    </message>
    <message>
        <source>{app} is installed</source>
        <translation>{app} está instalado</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>Recursos de IA</translation>
    </message>
    <message>
        <source>Downloading the AI software: {received} of {size}</source>
        <translation>Baixando o software de IA: {received} de {size}</translation>
    </message>
    <message>
        <source>Optimizing the AI features for your {card}</source>
        <translation>Otimizando os recursos de IA para a sua {card}</translation>
    </message>
    <message>
        <source>Optimizing the AI features</source>
        <translation>Otimizando os recursos de IA</translation>
    </message>
    <message>
        <source>Finishing… this takes a few seconds and cannot be stopped</source>
        <translation>Finalizando… isto leva alguns segundos e não pode ser interrompido</translation>
    </message>
    <message>
        <source>Application files</source>
        <translation>Arquivos do aplicativo</translation>
    </message>
    <message>
        <source>Removing files</source>
        <translation>Removendo arquivos</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>Copiando arquivos</translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours</source>
        <translation>
            <numerusform>Cerca de {count} hora</numerusform>
            <numerusform>Cerca de {count} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about {count} hours</source>
        <translation>
            <numerusform>em cerca de {count} hora</numerusform>
            <numerusform>em cerca de {count} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours left</source>
        <translation>
            <numerusform>Falta cerca de {count} hora</numerusform>
            <numerusform>Faltam cerca de {count} horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>Menos de um minuto</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes</source>
        <translation>
            <numerusform>Cerca de {count} minuto</numerusform>
            <numerusform>Cerca de {count} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>em menos de um minuto</translation>
    </message>
    <message numerus="yes">
        <source>in about {count} minutes</source>
        <translation>
            <numerusform>em cerca de {count} minuto</numerusform>
            <numerusform>em cerca de {count} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Falta menos de um minuto</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left</source>
        <translation>
            <numerusform>Falta cerca de {count} minuto</numerusform>
            <numerusform>Faltam cerca de {count} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, once your graphics card is free</source>
        <translation>{time}, assim que a sua placa de vídeo estiver livre</translation>
    </message>
    <message>
        <source>This is taking longer than expected. It is still working.</source>
        <translation>Está demorando mais do que o esperado. A operação continua.</translation>
    </message>
    <message>
        <source>A little longer than expected</source>
        <translation>Um pouco mais do que o esperado</translation>
    </message>
    <message>
        <source>{left} (estimate)</source>
        <translation>{left} (estimativa)</translation>
    </message>
    <message>
        <source>{app} {version} is installed</source>
        <translation>{app} {version} está instalado</translation>
    </message>
    <message>
        <source>{app} {version} has nothing to repair.</source>
        <translation>{app} {version} não tem nada para reparar.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files checked just now</source>
        <translation>
            <numerusform>{count} arquivo verificado agora</numerusform>
            <numerusform>{count} arquivos verificados agora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ready} of {count} AI features ready</source>
        <translation>
            <numerusform>{ready} de {count} recurso de IA pronto</numerusform>
            <numerusform>{ready} de {count} recursos de IA prontos</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} of {all} installed</source>
        <translation>{ready} de {all} instalados</translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation>libera {size}</translation>
    </message>
    <message>
        <source>No graphics card in this PC can be used</source>
        <translation>Nenhuma placa de vídeo deste PC pode ser usada</translation>
    </message>
    <message>
        <source>{features} can be made faster: choose Repair.</source>
        <translation>Você pode acelerar {features}: escolha “Reparar”.</translation>
    </message>
    <message>
        <source>The AI features can be made faster: choose Repair.</source>
        <translation>Os recursos de IA podem ficar mais rápidos: escolha “Reparar”.</translation>
    </message>
    <message>
        <source>Optimize for {card}</source>
        <translation>Otimizar para {card}</translation>
    </message>
    <message>
        <source>Optimize the AI features again?</source>
        <translation>Otimizar os recursos de IA novamente?</translation>
    </message>
    <message>
        <source>Your graphics card changed</source>
        <translation>A sua placa de vídeo mudou</translation>
    </message>
    <message>
        <source>The AI features can be made faster</source>
        <translation>Os recursos de IA podem ficar mais rápidos</translation>
    </message>
    <message>
        <source>{app} needs a repair</source>
        <translation>{app} precisa de um reparo</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are optimized</source>
        <translation>
            <numerusform>{count} recurso de IA será otimizado</numerusform>
            <numerusform>{count} recursos de IA serão otimizados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are restored</source>
        <translation>
            <numerusform>{count} arquivo será restaurado</numerusform>
            <numerusform>{count} arquivos serão restaurados</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is fine</source>
        <translation>Está tudo em ordem</translation>
    </message>
    <message>
        <source>There is nothing to repair</source>
        <translation>Não há nada para reparar</translation>
    </message>
    <message>
        <source>AI features ready</source>
        <translation>Recursos de IA prontos</translation>
    </message>
    <message>
        <source>{app} {version} is complete.</source>
        <translation>{app} {version} está completo.</translation>
    </message>
    <message>
        <source>optimized for your graphics cards</source>
        <translation>otimizados para as suas placas de vídeo</translation>
    </message>
    <message>
        <source>optimized for your {card}</source>
        <translation>otimizados para a sua {card}</translation>
    </message>
    <message>
        <source>Frees {size} on {volume}</source>
        <translation>Libera {size} ({volume})</translation>
    </message>
    <message>
        <source>Frees {size}</source>
        <translation>Libera {size}</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed stay</source>
        <translation>
            <numerusform>{count} arquivo que você alterou permanece</numerusform>
            <numerusform>{count} arquivos que você alterou permanecem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that were there before stay</source>
        <translation>
            <numerusform>{count} arquivo que já existia permanece</numerusform>
            <numerusform>{count} arquivos que já existiam permanecem</numerusform>
        </translation>
    </message>
    <message>
        <source>Without one, these do not work: {features}. If that changes, choose Repair.</source>
        <translation>Sem uma, não funciona o seguinte: {features}. Se isso mudar, escolha “Reparar”.</translation>
    </message>
    <message>
        <source>The AI features do not work without one. If that changes, choose Repair.</source>
        <translation>Os recursos de IA não funcionam sem uma. Se isso mudar, escolha “Reparar”.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Danificado</translation>
    </message>
    <message>
        <source>Missing or damaged</source>
        <translation>Ausente ou danificado</translation>
    </message>
    <message>
        <source>{app} was not changed completely</source>
        <translation>{app} não foi alterado por completo</translation>
    </message>
    <message>
        <source>{app} was not changed</source>
        <translation>{app} não foi alterado</translation>
    </message>
    <message>
        <source>Checking the results</source>
        <translation>Verificando os resultados</translation>
    </message>
    <message>
        <source>Downloading the AI features: {received} of {size}</source>
        <translation>Baixando os recursos de IA: {received} de {size}</translation>
    </message>
    <message>
        <source>A newer driver may help. With one, choose Repair.</source>
        <translation>Um driver mais recente talvez resolva o problema. Depois de instalá-lo, escolha “Reparar”.</translation>
    </message>
    <message>
        <source>Choose Repair to check the results of the AI features again.</source>
        <translation>Escolha “Reparar” para verificar novamente os resultados dos recursos de IA.</translation>
    </message>
    <message>
        <source>The AI features are to be checked</source>
        <translation>Os recursos de IA precisam ser verificados</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are checked</source>
        <translation>
            <numerusform>{count} recurso de IA será verificado</numerusform>
            <numerusform>{count} recursos de IA serão verificados</numerusform>
        </translation>
    </message>
    <message>
        <source>Some AI features give wrong results</source>
        <translation>Alguns recursos de IA dão resultados incorretos</translation>
    </message>
    <message>
        <source>A new driver was installed</source>
        <translation>Um novo driver foi instalado</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Verificar agora</translation>
    </message>
    <message>
        <source>To be optimized</source>
        <translation>A otimizar</translation>
    </message>
    <message>
        <source>Nothing of {app} needs a repair; this optimizes everything once more.</source>
        <translation>Nada do {app} precisa de reparo; isto otimiza tudo mais uma vez.</translation>
    </message>
    <message>
        <source>The AI features of {app} were not optimized for this card.</source>
        <translation>Os recursos de IA do {app} não foram otimizados para esta placa.</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card when they were optimized.</source>
        <translation>Outros programas estavam usando a sua placa de vídeo quando eles foram otimizados.</translation>
    </message>
    <message>
        <source>Their results have not been checked on this PC yet.</source>
        <translation>Os resultados deles ainda não foram verificados neste PC.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files are missing or damaged.</source>
        <translation>
            <numerusform>{count} arquivo está ausente ou danificado.</numerusform>
            <numerusform>{count} arquivos estão ausentes ou danificados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are missing or damaged.</source>
        <translation>
            <numerusform>{count} recurso de IA está ausente ou danificado.</numerusform>
            <numerusform>{count} recursos de IA estão ausentes ou danificados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features give wrong results.</source>
        <translation>
            <numerusform>{count} recurso de IA dá resultados incorretos.</numerusform>
            <numerusform>{count} recursos de IA dão resultados incorretos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The software that its AI features run on was updated.</source>
        <translation>O software que executa os recursos de IA foi atualizado.</translation>
    </message>
    <message>
        <source>Some AI features were made with other settings.</source>
        <translation>Alguns recursos de IA foram criados com outras configurações.</translation>
    </message>
    <message>
        <source>A new driver was installed.</source>
        <translation>Um novo driver foi instalado.</translation>
    </message>
    <message>
        <source>Not everything is as it was installed.</source>
        <translation>Nem tudo está como foi instalado.</translation>
    </message>
    <message>
        <source>Some files cannot be restored from here</source>
        <translation>Alguns arquivos não podem ser restaurados daqui</translation>
    </message>
    <message>
        <source>Start the setup program of {app} that you downloaded to restore them.</source>
        <translation>Para restaurá-los, inicie o instalador do {app} que você baixou.</translation>
    </message>
    <message>
        <source>All files complete</source>
        <translation>Todos os arquivos completos</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} arquivo</numerusform>
            <numerusform>{count} arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own files stay</source>
        <translation>Os seus próprios arquivos permanecem</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>e mais {count}</translation>
    </message>
    <message>
        <source>The AI features of {app} were optimized for the old card.</source>
        <translation>Os recursos de IA do {app} foram otimizados para a placa antiga.</translation>
    </message>
    <message>
        <source>{program} was using your graphics card when they were optimized.</source>
        <translation>{program} estava usando a sua placa de vídeo quando eles foram otimizados.</translation>
    </message>
    <message>
        <source>A new driver was installed, so their results are checked again.</source>
        <translation>Um novo driver foi instalado, por isso os resultados deles serão verificados novamente.</translation>
    </message>
    <message>
        <source>One that gives wrong results is optimized again</source>
        <translation>Os que derem resultados incorretos serão otimizados novamente</translation>
    </message>
    <message>
        <source>Your own files stay as they are</source>
        <translation>Os seus próprios arquivos não são alterados</translation>
    </message>
    <message>
        <source>Files and settings stay as they are</source>
        <translation>Arquivos e configurações não são alterados</translation>
    </message>
    <message>
        <source>The AI features need version {version} or newer.</source>
        <translation>Os recursos de IA precisam da versão {version} ou mais recente.</translation>
    </message>
    <message>
        <source>{app} needs {needed}, and {free} are free.</source>
        <translation>{app} precisa de {needed}, e há {free} livres.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Baixe-o novamente.</translation>
    </message>
    <message>
        <source>This setup cannot go on</source>
        <translation>Esta instalação não pode continuar</translation>
    </message>
    <message>
        <source>Your graphics card is too old for some AI features</source>
        <translation>A sua placa de vídeo é antiga demais para alguns recursos de IA</translation>
    </message>
    <message>
        <source>The AI features do not support your graphics card</source>
        <translation>Os recursos de IA não são compatíveis com a sua placa de vídeo</translation>
    </message>
    <message>
        <source>It cannot find out which graphics card you have. {advice}</source>
        <translation>Ele não consegue descobrir qual placa de vídeo você tem. {advice}</translation>
    </message>
    <message>
        <source>Until you restart this PC, the AI features will not work.</source>
        <translation>Os recursos de IA só funcionarão depois que você reiniciar este PC.</translation>
    </message>
    <message>
        <source>The AI features need the newest driver.</source>
        <translation>Os recursos de IA precisam do driver mais recente.</translation>
    </message>
    <message>
        <source>Too little graphics memory is free</source>
        <translation>Há pouca memória de vídeo livre</translation>
    </message>
    <message>
        <source>Restart this PC, then try again.</source>
        <translation>Reinicie este PC e tente novamente.</translation>
    </message>
    <message>
        <source>{app} cannot be installed without one.</source>
        <translation>{app} não pode ser instalado sem uma.</translation>
    </message>
    <message>
        <source>{app} needs a graphics card of the {series}.</source>
        <translation>{app} precisa de uma placa de vídeo {series}.</translation>
    </message>
    <message>
        <source>{app} cannot be installed with this one.</source>
        <translation>{app} não pode ser instalado com esta.</translation>
    </message>
    <message>
        <source>Not enough room on {volume}</source>
        <translation>Espaço insuficiente: {volume}</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>Não há espaço suficiente no disco</translation>
    </message>
    <message>
        <source>Choose another folder, or free {missing}: this page notices by itself.</source>
        <translation>Escolha outra pasta ou libere {missing}: esta página percebe sozinha.</translation>
    </message>
    <message>
        <source>Free {missing}: this page notices by itself.</source>
        <translation>Libere {missing}: esta página percebe sozinha.</translation>
    </message>
    <message>
        <source>{app} is already being set up</source>
        <translation>{app} já está sendo instalado</translation>
    </message>
    <message>
        <source>Another setup is running</source>
        <translation>Outra instalação está em andamento</translation>
    </message>
    <message>
        <source>The other window must finish first. This page goes on by itself.</source>
        <translation>A outra janela precisa terminar primeiro. Esta página continua sozinha.</translation>
    </message>
    <message>
        <source>Download it again from {publisher}.</source>
        <translation>Baixe-o novamente de {publisher}.</translation>
    </message>
    <message>
        <source>Your PC is ready</source>
        <translation>O seu PC está pronto</translation>
    </message>
    <message>
        <source>This setup is incomplete</source>
        <translation>Este instalador está incompleto</translation>
    </message>
    <message>
        <source>You can install, but {app} will not work on this PC.</source>
        <translation>A instalação é possível, mas {app} não funcionará neste PC.</translation>
    </message>
    <message>
        <source>You can go on, but {app} will not work on this PC.</source>
        <translation>Você pode continuar, mas {app} não funcionará neste PC.</translation>
    </message>
    <message>
        <source>Close other programs that use your graphics card, then try again.</source>
        <translation>Feche outros programas que usam a sua placa de vídeo e tente novamente.</translation>
    </message>
    <message>
        <source>You can install, but some AI features will not work on this PC. Everything else will.</source>
        <translation>A instalação é possível, mas alguns recursos de IA não funcionarão neste PC. Todo o resto funcionará.</translation>
    </message>
    <message>
        <source>You can go on, but some AI features will not work on this PC. Everything else will.</source>
        <translation>Você pode continuar, mas alguns recursos de IA não funcionarão neste PC. Todo o resto funcionará.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card found</source>
        <translation>Nenhuma placa de vídeo NVIDIA encontrada</translation>
    </message>
    <message>
        <source>Your graphics card has no driver</source>
        <translation>A sua placa de vídeo não tem driver</translation>
    </message>
    <message>
        <source>Your graphics card does not respond</source>
        <translation>A sua placa de vídeo não responde</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used by this account</source>
        <translation>Esta conta não pode usar a sua placa de vídeo</translation>
    </message>
    <message>
        <source>Your graphics driver is too old</source>
        <translation>O seu driver de vídeo é antigo demais</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features</source>
        <translation>A sua placa de vídeo é antiga demais para os recursos de IA</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features</source>
        <translation>A sua placa de vídeo tem pouca memória para os recursos de IA</translation>
    </message>
    <message>
        <source>{app} cannot be installed on this PC</source>
        <translation>{app} não pode ser instalado neste PC</translation>
    </message>
    <message>
        <source>You can install, but the AI features will not work on this PC. Everything else will.</source>
        <translation>A instalação é possível, mas os recursos de IA não funcionarão neste PC. Todo o resto funcionará.</translation>
    </message>
    <message>
        <source>You can go on, but the AI features will not work on this PC. Everything else will.</source>
        <translation>Você pode continuar, mas os recursos de IA não funcionarão neste PC. Todo o resto funcionará.</translation>
    </message>
    <message>
        <source>You can install; everything else will work.</source>
        <translation>A instalação é possível; todo o resto funcionará.</translation>
    </message>
    <message>
        <source>You can go on; everything else will work.</source>
        <translation>Você pode continuar; todo o resto funcionará.</translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation>Esta pasta não pode ser usada</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Memória insuficiente</translation>
    </message>
    <message>
        <source>They need {needed}.</source>
        <translation>Eles precisam de {needed}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <translation>
            <numerusform>{count} modelo</numerusform>
            <numerusform>{count} modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>{failed} of {wanted} could not be built:</source>
        <translation>Não foi possível gerar {failed} de {wanted}:</translation>
    </message>
    <message>
        <source>{models}: {hint}</source>
        <translation>{models}: {hint}</translation>
    </message>
    <message numerus="yes">
        <source>{count} timings measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count} medição feita aqui em {seconds:.1f} s</numerusform>
            <numerusform>{count} medições feitas aqui em {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application</source>
        <translation>
            <numerusform>{count} arquivo do aplicativo</numerusform>
            <numerusform>{count} arquivos do aplicativo</numerusform>
        </translation>
    </message>
    <message>
        <source>No engine had to be built; {file} is current.</source>
        <translation>Não foi preciso gerar nenhum modelo otimizado; {file} está atualizado.</translation>
    </message>
    <message>
        <source>  - {engine}: {reason}</source>
        <translation>  - {engine}: {reason}</translation>
    </message>
    <message>
        <source>engine-installer hit an internal error: {kind}: {message}</source>
        <translation>Erro interno do engine-installer: {kind}: {message}</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>Não há memória suficiente para continuar.</translation>
    </message>
    <message>
        <source>There is nothing in {folder} that a shortcut could start.</source>
        <translation>Não há nada em {folder} que um atalho possa iniciar.</translation>
    </message>
    <message>
        <source>not wanted on this computer now</source>
        <translation>agora não é desejado neste computador</translation>
    </message>
    <message>
        <source>a removal was interrupted; uninstalling again completes it</source>
        <translation>uma remoção foi interrompida; desinstalar novamente a conclui</translation>
    </message>
    <message>
        <source>{file} is damaged and counts as missing: {reason}</source>
        <translation>{file} está danificado e é considerado ausente: {reason}</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} não foi encontrado</translation>
    </message>
    <message>
        <source>the model is no longer in the app package</source>
        <translation>o modelo não está mais no pacote de instalação</translation>
    </message>
    <message>
        <source>an installation was interrupted; installing again completes it</source>
        <translation>uma instalação foi interrompida; instalar novamente a conclui</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed</source>
        <translation>{file} foi alterado depois da instalação</translation>
    </message>
    <message>
        <source>its GPU does not answer</source>
        <translation>a GPU dele não responde</translation>
    </message>
    <message>
        <source>{file} is missing; the application&apos;s own installer restores it</source>
        <translation>{file} não foi encontrado; o instalador do próprio aplicativo o restaura</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} files from {folder}.</source>
        <translation>
            <numerusform>Foi removido {count} arquivo de {folder}.</numerusform>
            <numerusform>Foram removidos {count} arquivos de {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {folder}.</source>
        <translation>Não há nada para remover: o engine-installer não instalou nada em {folder}.</translation>
    </message>
    <message>
        <source>Kept, because changed since they were installed: {files}.</source>
        <translation>Mantidos porque foram alterados depois da instalação: {files}.</translation>
    </message>
    <message>
        <source>Kept, because they were there before: {files}.</source>
        <translation>Mantidos porque já existiam antes: {files}.</translation>
    </message>
    <message>
        <source>Kept, because not installed by engine-installer: {files}.</source>
        <translation>Mantidos porque não foram instalados pelo engine-installer: {files}.</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} log files.</source>
        <translation>
            <numerusform>{count} arquivo de log foi removido.</numerusform>
            <numerusform>{count} arquivos de log foram removidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty folders that this user may not remove: {folders}.</source>
        <translation>Pastas vazias que este usuário não tem permissão para remover: {folders}.</translation>
    </message>
    <message>
        <source>Choose the application&apos;s folder.</source>
        <translation>Escolha a pasta do aplicativo.</translation>
    </message>
    <message>
        <source>The removal from {folder} that was interrupted is complete.</source>
        <translation>A remoção de {folder}, que havia sido interrompida, foi concluída.</translation>
    </message>
    <message>
        <source>These files are in use: {files}.</source>
        <translation>Estes arquivos estão em uso: {files}.</translation>
    </message>
    <message>
        <source>{file} was changed while it was being installed.</source>
        <translation>{file} foi alterado durante a instalação.</translation>
    </message>
    <message>
        <source>Files of the application are in use. Close it, then try again.</source>
        <translation>Arquivos do aplicativo estão em uso. Feche-o e tente novamente.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged.</source>
        <translation>{file} não está como foi fornecido.</translation>
    </message>
    <message>
        <source>A file was changed while it was being copied.</source>
        <translation>Um arquivo foi alterado enquanto era copiado.</translation>
    </message>
    <message>
        <source>Download the installer again.</source>
        <translation>Baixe o instalador novamente.</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>Uma instalação para todos os usuários exige direitos de administrador.</translation>
    </message>
    <message>
        <source>Run this as administrator.</source>
        <translation>Execute este programa como administrador.</translation>
    </message>
    <message>
        <source>Administrator rights are needed for this.</source>
        <translation>Isto exige direitos de administrador.</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {folder}; waiting until it has finished.</source>
        <translation>Outra execução do engine-installer está usando {folder}; esperando que termine.</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read {place}. If they use the application, an administrator must give them the right.</source>
        <translation>Outros usuários deste computador não podem ler {place}. Se eles usam o aplicativo, um administrador precisa lhes dar essa permissão.</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {reason}</source>
        <translation>A lista de aplicativos do sistema operacional não foi alterada: {reason}</translation>
    </message>
    <message>
        <source>The shortcut {file} was not changed: {reason}</source>
        <translation>O atalho {file} não foi alterado: {reason}</translation>
    </message>
    <message>
        <source>A removal was interrupted; it is completed first.</source>
        <translation>Uma remoção foi interrompida; ela é concluída primeiro.</translation>
    </message>
    <message>
        <source>An installation was interrupted; it is completed first.</source>
        <translation>Uma instalação foi interrompida; ela é concluída primeiro.</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.</source>
        <translation>A biblioteca de IA não faz parte deste programa, e os arquivos .whl dela não estão em {folders}: {wheels}.</translation>
    </message>
    <message>
        <source>Others on this PC could change that folder, so it is not safe.</source>
        <translation>Outras pessoas neste PC poderiam alterar essa pasta, por isso ela não é segura.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the target.</source>
        <translation>Este usuário não tem pasta pessoal, por isso não há uma pasta de destino padrão.</translation>
    </message>
    <message>
        <source>Nothing is written to {folder} with administrator rights: {reason}.</source>
        <translation>Nada é gravado em {folder} com direitos de administrador: {reason}.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Escolha uma pasta.</translation>
    </message>
    <message>
        <source>This user account has no folder of its own.</source>
        <translation>Esta conta de usuário não tem uma pasta própria.</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change, or run this without administrator rights.</source>
        <translation>Escolha uma pasta que só administradores possam alterar ou execute o programa sem direitos de administrador.</translation>
    </message>
    <message>
        <source>This program is not as it was packaged: {file} is missing.</source>
        <translation>Este programa não está como foi fornecido: {file} não foi encontrado.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged: it names {name}.</source>
        <translation>{file} não está como foi fornecido: menciona {name}.</translation>
    </message>
    <message>
        <source>it has another name elsewhere (a hard link)</source>
        <translation>tem outro nome em outro lugar (um link físico)</translation>
    </message>
    <message>
        <source>it belongs to another user, or others can write it</source>
        <translation>pertence a outro usuário, ou outros podem gravar nele</translation>
    </message>
    <message>
        <source>A file cannot be written safely, because others on this PC could change it.</source>
        <translation>Não é possível gravar um arquivo com segurança, porque outras pessoas neste PC poderiam alterá-lo.</translation>
    </message>
    <message>
        <source>The files that a repair needs were changed. Download the setup again.</source>
        <translation>Os arquivos necessários para um reparo foram alterados. Baixe o instalador novamente.</translation>
    </message>
    <message>
        <source>The files that a repair needs are no longer there. Download the setup again.</source>
        <translation>Os arquivos necessários para um reparo não existem mais. Baixe o instalador novamente.</translation>
    </message>
    <message>
        <source>Download the application&apos;s installer again.</source>
        <translation>Baixe o instalador do aplicativo novamente.</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again.</source>
        <translation>Verifique a conexão de rede e o proxy do sistema e tente novamente.</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card or much memory, then try again.</source>
        <translation>Feche outros programas que usam a placa de vídeo ou muita memória e tente novamente.</translation>
    </message>
    <message>
        <source>Try again when no other program writes to the installation files.</source>
        <translation>Tente novamente quando nenhum outro programa estiver gravando nos arquivos de instalação.</translation>
    </message>
    <message>
        <source>Specify a file with --log.</source>
        <translation>Indique um arquivo com --log.</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer at {folder}.</source>
        <translation>O pacote de instalação do {app} não está mais em {folder}.</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>o aplicativo</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>Este programa não contém nenhum pacote de instalação.</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer there.</source>
        <translation>O pacote de instalação do {app} não existe mais.</translation>
    </message>
    <message>
        <source>It is not known which app package was installed in {target}, so none is used with administrator rights.</source>
        <translation>Não se sabe qual pacote de instalação foi instalado em {target}, por isso nenhum é usado com direitos de administrador.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not used with administrator rights: {reason}.</source>
        <translation>O pacote de instalação em {folder} não é usado com direitos de administrador: {reason}.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that was installed.</source>
        <translation>O pacote de instalação em {folder} não é o que foi instalado.</translation>
    </message>
    <message>
        <source>more than {limit_mib} MiB arrived</source>
        <translation>foram recebidos mais de {limit_mib} MiB</translation>
    </message>
    <message>
        <source>the server has {found} bytes, and {file} states {size}</source>
        <translation>o servidor tem {found} bytes, mas {file} indica {size}</translation>
    </message>
    <message>
        <source>more than the {size} bytes arrived that {file} states</source>
        <translation>foram recebidos mais bytes do que os {size} que {file} indica</translation>
    </message>
    <message>
        <source>Engines are built here, because none can be downloaded now: {reason}</source>
        <translation>Os modelos otimizados são gerados aqui porque nenhum pode ser baixado agora: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} engines from {folder}.</source>
        <translation>
            <numerusform>Foi removido {count} modelo otimizado de {folder}.</numerusform>
            <numerusform>Foram removidos {count} modelos otimizados de {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are different from those that the vendor tested.</source>
        <translation>
            <numerusform>{count} deles é diferente do que o fornecedor testou.</numerusform>
            <numerusform>{count} deles são diferentes dos que o fornecedor testou.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are identical to those that the vendor tested.</source>
        <translation>
            <numerusform>{count} deles é idêntico ao que o fornecedor testou.</numerusform>
            <numerusform>{count} deles são idênticos aos que o fornecedor testou.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up is {difference}. It has passed every other check. Ask the application&apos;s vendor if it comes again after a repair.</source>
        <translation>O que foi configurado é {difference}. Todas as outras verificações foram aprovadas. Consulte o fornecedor do aplicativo se esta mensagem voltar a aparecer depois de um reparo.</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>de {place}</translation>
    </message>
    <message>
        <source>Copy the kit again, as a whole, from its source.</source>
        <translation>Copie o kit novamente, por inteiro, da origem dele.</translation>
    </message>
    <message>
        <source>it is not in the kit {folder}, and nothing else is used</source>
        <translation>não está no kit {folder}, e nada mais é usado</translation>
    </message>
    <message>
        <source>The kit {folder} is incomplete or damaged, so nothing was installed.</source>
        <translation>O kit {folder} está incompleto ou danificado, por isso nada foi instalado.</translation>
    </message>
    <message>
        <source>{folder} is not a kit: its {file} cannot be read.</source>
        <translation>{folder} não é um kit: não é possível ler {file}.</translation>
    </message>
    <message>
        <source>Specify the folder that &apos;engine-builder kit&apos; has made, with everything in it.</source>
        <translation>Indique a pasta que “engine-builder kit” criou, com todo o conteúdo.</translation>
    </message>
    <message>
        <source>The app package of {app} {version} is no longer there: {folder} has version {found}.</source>
        <translation>O pacote de instalação do {app} {version} não existe mais: {folder} contém a versão {found}.</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed.</source>
        <translation>{file} foi alterado depois da instalação.</translation>
    </message>
    <message>
        <source>The receipt {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>O recibo {file} não está como o engine-installer o gravou: {fault}.</translation>
    </message>
    <message>
        <source>The program that all users would start for a repair is not safe: {reason}.</source>
        <translation>O programa que todos os usuários iniciariam para um reparo não é seguro: {reason}.</translation>
    </message>
    <message>
        <source>Others on this PC could change the program that carries out repairs.</source>
        <translation>Outras pessoas neste PC poderiam alterar o programa que faz os reparos.</translation>
    </message>
    <message>
        <source>{entry} is there already, and engine-installer did not write it.</source>
        <translation>{entry} já existe, e não foi gravado pelo engine-installer.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no menu to list the application in.</source>
        <translation>Este usuário não tem pasta pessoal, por isso não há um menu no qual incluir o aplicativo.</translation>
    </message>
    <message>
        <source>Another program is listed under the same name.</source>
        <translation>Outro programa está listado com o mesmo nome.</translation>
    </message>
    <message>
        <source>register</source>
        <translation>registrar</translation>
    </message>
    <message>
        <source>look up the registration of</source>
        <translation>consultar o registro de</translation>
    </message>
    <message>
        <source>unregister</source>
        <translation>cancelar o registro de</translation>
    </message>
    <message>
        <source>Something in this folder has the name of a file that must be installed.</source>
        <translation>Algo nesta pasta tem o nome de um arquivo que precisa ser instalado.</translation>
    </message>
    <message>
        <source>Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder there.</source>
        <translation>Nada é gravado em {target}: {folder} é um link simbólico, mas o engine-installer criou uma pasta ali.</translation>
    </message>
    <message>
        <source>The folder {folder} lies on another volume than {target}.</source>
        <translation>A pasta {folder} está em um volume diferente de {target}.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what was prepared for it is gone.</source>
        <translation>Não é possível instalar {file}: o que foi preparado para ele não existe mais.</translation>
    </message>
    <message>
        <source>Someone has changed it. Put the folder back, or choose another folder.</source>
        <translation>Ela foi alterada. Recoloque a pasta ou escolha outra.</translation>
    </message>
    <message>
        <source>The journal {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>O diário {file} não está como o engine-installer o gravou: {fault}.</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one.</source>
        <translation>Faça com que só administradores possam alterar a pasta ou escolha outra.</translation>
    </message>
    <message>
        <source>Install into a folder whose parts are on one volume.</source>
        <translation>Instale em uma pasta cujas partes estejam em um só volume.</translation>
    </message>
    <message>
        <source>Parts of this folder are on different disks.</source>
        <translation>Partes desta pasta estão em discos diferentes.</translation>
    </message>
    <message>
        <source>A file that was prepared for the installation is gone.</source>
        <translation>Um arquivo preparado para a instalação não existe mais.</translation>
    </message>
    <message>
        <source>{folder} is a symbolic link, and nothing is changed behind it.</source>
        <translation>{folder} é um link simbólico, e nada é alterado por trás dele.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again.</source>
        <translation>Ele foi alterado ou o disco está danificado. Exclua esse arquivo e execute o instalador novamente.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what the interrupted run had prepared for it is gone.</source>
        <translation>Não é possível instalar {file}: o que a execução interrompida havia preparado para ele não existe mais.</translation>
    </message>
    <message>
        <source>Delete {journal}, then run the installer again.</source>
        <translation>Exclua {journal} e execute o instalador novamente.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>Adds {features}</source>
        <translation>Adiciona {features}</translation>
    </message>
    <message>
        <source>Removes {features}</source>
        <translation>Remove {features}</translation>
    </message>
    <message>
        <source>Does not work on this PC</source>
        <translation>Não funciona neste PC</translation>
    </message>
    <message>
        <source>Added: {features}.</source>
        <translation>Adicionado: {features}.</translation>
    </message>
    <message>
        <source>Removed: {features}.</source>
        <translation>Removido: {features}.</translation>
    </message>
    <message>
        <source>Optimized in another way, because the first one gave wrong results: {features}.</source>
        <translation>Otimizado de outra forma porque a primeira deu resultados incorretos: {features}.</translation>
    </message>
    <message>
        <source>The results of its AI features are right.</source>
        <translation>Os resultados dos recursos de IA estão corretos.</translation>
    </message>
    <message>
        <source>Downloaded: {features} ({size}).</source>
        <translation>Baixado: {features} ({size}).</translation>
    </message>
    <message>
        <source>Optimized on this PC: {features}.</source>
        <translation>Otimizado neste PC: {features}.</translation>
    </message>
    <message>
        <source>Optimized on this PC, because the download failed: {features}.</source>
        <translation>Otimizado neste PC porque o download falhou: {features}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} graphics cards</source>
        <translation>
            <numerusform>{count} placa de vídeo</numerusform>
            <numerusform>{count} placas de vídeo</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} livres</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>em ordem</translation>
    </message>
    <message>
        <source>may be a problem</source>
        <translation>pode ser um problema</translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation>precisa ser alterado</translation>
    </message>
    <message>
        <source>See what is marked.</source>
        <translation>Veja o que está marcado.</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features may run a little slower than they could.</source>
        <translation>
            <numerusform>{count} recurso de IA pode não atingir a velocidade máxima.</numerusform>
            <numerusform>{count} recursos de IA podem não atingir a velocidade máxima.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} e {last}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} para baixar</translation>
    </message>
    <message>
        <source>AI features may run a little slower</source>
        <translation>Os recursos de IA podem ficar um pouco mais lentos</translation>
    </message>
    <message>
        <source>AI features will run at full speed</source>
        <translation>Os recursos de IA terão velocidade máxima</translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <translation>{free} livres ({volume})</translation>
    </message>
    <message>
        <source>Your PC has everything that is needed.</source>
        <translation>O seu PC tem tudo o que é necessário.</translation>
    </message>
    <message>
        <source>The AI features do not work on this PC.</source>
        <translation>Os recursos de IA não funcionam neste PC.</translation>
    </message>
    <message>
        <source>Some AI features do not work on this PC.</source>
        <translation>Alguns recursos de IA não funcionam neste PC.</translation>
    </message>
    <message>
        <source>{programs} was using your graphics card</source>
        <translation>{programs} estava usando a sua placa de vídeo</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card</source>
        <translation>Outros programas estavam usando a sua placa de vídeo</translation>
    </message>
    <message>
        <source>The AI features</source>
        <translation>os recursos de IA</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.</source>
        <translation>Você pode acelerar {features} {time}: agora ou a qualquer momento em Configurações › Aplicativos › Modificar.</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time with Repair.</source>
        <translation>Você pode acelerar {features} {time}: agora ou a qualquer momento com “Reparar”.</translation>
    </message>
    <message>
        <source>If you add one, choose Modify in Settings › Apps.</source>
        <translation>Se você instalar uma, escolha “Modificar” em Configurações › Aplicativos.</translation>
    </message>
    <message>
        <source>If you add one, start this setup again and choose Repair.</source>
        <translation>Se você instalar uma, inicie este instalador novamente e escolha “Reparar”.</translation>
    </message>
    <message>
        <source>When that has changed, choose Modify in Settings › Apps.</source>
        <translation>Quando isso mudar, escolha “Modificar” em Configurações › Aplicativos.</translation>
    </message>
    <message>
        <source>When that has changed, start this setup again and choose Repair.</source>
        <translation>Quando isso mudar, inicie este instalador novamente e escolha “Reparar”.</translation>
    </message>
    <message>
        <source>You can keep using your PC</source>
        <translation>Você pode continuar usando o seu PC</translation>
    </message>
    <message>
        <source>Nothing was changed on this PC.</source>
        <translation>Nada foi alterado neste PC.</translation>
    </message>
    <message numerus="yes">
        <source>{app} works; {count} AI features could not be set up.</source>
        <translation>
            <numerusform>{app} funciona; não foi possível configurar {count} recurso de IA.</numerusform>
            <numerusform>{app} funciona; não foi possível configurar {count} recursos de IA.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is done already. Try again to finish it.</source>
        <translation>Uma parte já está feita. Tente novamente para concluir.</translation>
    </message>
    <message>
        <source>Almost everything is ready</source>
        <translation>Quase tudo está pronto</translation>
    </message>
    <message>
        <source>Another setup of {app} is running</source>
        <translation>Outra instalação de {app} está em andamento</translation>
    </message>
    <message>
        <source>The installation was stopped</source>
        <translation>A instalação foi interrompida</translation>
    </message>
    <message>
        <source>The repair was stopped</source>
        <translation>O reparo foi interrompido</translation>
    </message>
    <message>
        <source>The removal was stopped</source>
        <translation>A desinstalação foi interrompida</translation>
    </message>
    <message>
        <source>{app} is not ready yet</source>
        <translation>{app} ainda não está pronto</translation>
    </message>
    <message>
        <source>{app} is not repaired yet</source>
        <translation>{app} ainda não foi reparado</translation>
    </message>
    <message>
        <source>{app} is not removed yet</source>
        <translation>{app} ainda não foi desinstalado</translation>
    </message>
    <message>
        <source>{app} was not installed completely</source>
        <translation>{app} não foi instalado por completo</translation>
    </message>
    <message>
        <source>{app} was not repaired completely</source>
        <translation>{app} não foi reparado por completo</translation>
    </message>
    <message>
        <source>{app} was not removed completely</source>
        <translation>{app} não foi desinstalado por completo</translation>
    </message>
    <message>
        <source>{app} was not repaired</source>
        <translation>{app} não foi reparado</translation>
    </message>
    <message>
        <source>{app} was not removed</source>
        <translation>{app} não foi desinstalado</translation>
    </message>
    <message>
        <source>What is finished stays.</source>
        <translation>O que foi concluído permanece.</translation>
    </message>
    <message>
        <source>It must finish first.</source>
        <translation>Ela precisa terminar primeiro.</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>Não há nada para desinstalar.</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>Não há nada para reparar.</translation>
    </message>
    <message>
        <source>{app} is not installed</source>
        <translation>{app} não está instalado</translation>
    </message>
    <message>
        <source>{app} is not complete</source>
        <translation>{app} não está completo</translation>
    </message>
    <message>
        <source>{app} was not updated</source>
        <translation>{app} não foi atualizado</translation>
    </message>
    <message>
        <source>{app} was not installed</source>
        <translation>{app} não foi instalado</translation>
    </message>
    <message>
        <source>this disk</source>
        <translation>este disco</translation>
    </message>
    <message>
        <source>drive {letter}</source>
        <translation>unidade {letter}</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source> and </source>
        <translation> e </translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
</context>
</TS>
