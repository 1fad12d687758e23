<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>ChoicesPage</name>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Fa&amp;st build</source>
        <translation>Generación rá&amp;pida</translation>
    </message>
    <message>
        <source>Takes less time. The engines may be somewhat slower.</source>
        <translation>Tarda menos. Los motores podrían ser algo más lentos.</translation>
    </message>
    <message>
        <source>Recommended: {0}</source>
        <translation>Recomendada: {0}</translation>
    </message>
    <message>
        <source>The default choices suit most people.</source>
        <translation>Las opciones predeterminadas son adecuadas para la mayoría de los usuarios.</translation>
    </message>
    <message>
        <source>Build the &amp;engines anyway</source>
        <translation>Generar los &amp;motores de todos modos</translation>
    </message>
    <message>
        <source>For other computers: this one cannot run them.</source>
        <translation>Para otros equipos: este no puede ejecutarlos.</translation>
    </message>
    <message>
        <source>&amp;Graphics card:</source>
        <translation>Tarjeta &amp;gráfica:</translation>
    </message>
    <message>
        <source>Install:</source>
        <translation>Instalar:</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>{0} (number {1}, {2} MiB)</source>
        <translation>{0} (n.º {1}, {2}&#xa0;MiB)</translation>
    </message>
    <message>
        <source>All of them, with engines for each</source>
        <translation>Todas, con motores para cada una</translation>
    </message>
</context>
<context>
    <name>ComputerPage</name>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>What the installation needs.</source>
        <translation>Requisitos de la instalación y si el equipo los cumple.</translation>
    </message>
    <message>
        <source>What the repair needs.</source>
        <translation>Lo que necesita la reparación.</translation>
    </message>
    <message>
        <source>Checking this computer…</source>
        <translation>Comprobando este equipo…</translation>
    </message>
    <message>
        <source>This computer has everything that is needed.</source>
        <translation>Este equipo cumple todos los requisitos.</translation>
    </message>
    <message>
        <source>This must be fixed first:</source>
        <translation>Antes debe solucionar lo siguiente:</translation>
    </message>
    <message>
        <source>Fix this and choose Try again, or go on and choose otherwise:</source>
        <translation>Corrija esto y elija «Reintentar», o continúe y elija otra opción:</translation>
    </message>
    <message>
        <source>Why a repair is needed:</source>
        <translation>Por qué es necesaria una reparación:</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Hide d&amp;etails</source>
        <translation>Ocultar d&amp;etalles</translation>
    </message>
    <message>
        <source>Show d&amp;etails</source>
        <translation>Mostrar &amp;detalles</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>OK</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>Abrir carpeta del re&amp;gistro</translation>
    </message>
    <message>
        <source>Co&amp;py details</source>
        <translation>Co&amp;piar detalles</translation>
    </message>
    <message>
        <source>The result.</source>
        <translation>El resultado.</translation>
    </message>
    <message>
        <source>The graphics card was in use while these models were measured, so their engines may be slower than they could be: {0}</source>
        <translation>La tarjeta gráfica estaba en uso durante las mediciones, por lo que estos motores podrían ser más lentos de lo posible: {0}</translation>
    </message>
    <message>
        <source>Partly installed</source>
        <translation>Instalación parcial</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalación completada</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Reparación completada</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Desinstalación completada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Nothing is installed</source>
        <translation>No hay nada instalado</translation>
    </message>
    <message>
        <source>Files are missing</source>
        <translation>Faltan archivos</translation>
    </message>
    <message>
        <source>The installation files are damaged</source>
        <translation>Los archivos de instalación están dañados</translation>
    </message>
    <message>
        <source>Another installation is at work</source>
        <translation>Hay otra instalación en curso</translation>
    </message>
    <message>
        <source>This computer is not supported</source>
        <translation>Este equipo no es compatible</translation>
    </message>
    <message>
        <source>Access was denied</source>
        <translation>Acceso denegado</translation>
    </message>
    <message>
        <source>The folder is not safe</source>
        <translation>La carpeta no es segura</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Memoria insuficiente</translation>
    </message>
    <message>
        <source>Files are in use</source>
        <translation>Hay archivos en uso</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Se ha producido un error</translation>
    </message>
</context>
<context>
    <name>InstallerWizard</name>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Instalar</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparar</translation>
    </message>
    <message>
        <source>&amp;Uninstall</source>
        <translation>&amp;Desinstalar</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Uninstall</source>
        <translation>Desinstalar</translation>
    </message>
    <message>
        <source>Choose another &amp;folder</source>
        <translation>Elegir &amp;otra carpeta</translation>
    </message>
    <message>
        <source>&amp;Build them again</source>
        <translation>&amp;Volver a generarlos</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Rein&amp;tentar</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Finalizar</translation>
    </message>
    <message>
        <source>&amp;Continue with what was built</source>
        <translation>&amp;Continuar con el resto</translation>
    </message>
    <message>
        <source>Stop now? Nothing will be changed.</source>
        <translation>¿Desea detener el proceso ahora? No se realizará ningún cambio.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Stop?</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Read the license before you go on.</source>
        <translation>Lea la licencia antes de continuar.</translation>
    </message>
    <message>
        <source>I &amp;accept the license</source>
        <translation>Ac&amp;epto la licencia</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Nothing has been changed so far.</source>
        <translation>Todavía no se ha realizado ningún cambio.</translation>
    </message>
    <message>
        <source>The graphics card is in use</source>
        <translation>La tarjeta gráfica está en uso</translation>
    </message>
    <message>
        <source>&amp;Wait until it is idle</source>
        <translation>&amp;Esperar a que esté inactiva</translation>
    </message>
    <message>
        <source>&amp;Do not wait</source>
        <translation>N&amp;o esperar</translation>
    </message>
    <message>
        <source>Fa&amp;st build</source>
        <translation>Generación rá&amp;pida</translation>
    </message>
    <message>
        <source>It then begins by itself.</source>
        <translation>Después empezará automáticamente.</translation>
    </message>
    <message>
        <source>The engines may be slower than they could be.</source>
        <translation>Los motores podrían ser más lentos de lo posible.</translation>
    </message>
    <message>
        <source>Measures less, so other programs disturb it less.</source>
        <translation>Mide menos, por lo que otros programas influyen menos.</translation>
    </message>
    <message>
        <source>Finding out what is to be done…</source>
        <translation>Determinando las tareas necesarias…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>{0}:</source>
        <translation>{0}:</translation>
    </message>
    <message>
        <source>The timing cache has everything that would be measured, so there is no need to wait.</source>
        <translation>La caché de mediciones ya contiene todo lo que habría que medir, así que no es necesario esperar.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be removed.</source>
        <translation>
            <numerusform>Se eliminará %n archivo.</numerusform>
            <numerusform>Se eliminarán %n archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Se conservan</translation>
    </message>
    <message>
        <source>Ready to install</source>
        <translation>Listo para instalar</translation>
    </message>
    <message>
        <source>Ready to repair</source>
        <translation>Listo para reparar</translation>
    </message>
    <message>
        <source>Ready to uninstall</source>
        <translation>Listo para desinstalar</translation>
    </message>
    <message>
        <source>The application will be removed from this computer.</source>
        <translation>La aplicación se quitará de este equipo.</translation>
    </message>
    <message>
        <source>The AI models of the application are prepared for graphics cards, as “engines”. It is done once.</source>
        <translation>Los modelos de IA de la aplicación se preparan para tarjetas gráficas en forma de «motores». Se hace una sola vez.</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n changed file(s): {0}</source>
        <translation>
            <numerusform>%n archivo modificado: {0}</numerusform>
            <numerusform>%n archivos modificados: {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n engine(s) to build.</source>
        <translation>
            <numerusform>Se generará %n motor.</numerusform>
            <numerusform>Se generarán %n motores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n engine(s) current, to be kept.</source>
        <translation>
            <numerusform>Se conservará %n motor actualizado.</numerusform>
            <numerusform>Se conservarán %n motores actualizados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Motores</translation>
    </message>
    <message>
        <source>None has to be built.</source>
        <translation>No es necesario generar ninguno.</translation>
    </message>
    <message>
        <source>About {0}.</source>
        <translation>Aproximadamente {0}.</translation>
    </message>
    <message>
        <source>Probably about {0}.</source>
        <translation>Probablemente alrededor de {0}.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Timing cache</source>
        <translation>Caché de mediciones</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} {1}.</source>
        <translation>{0} {1}.</translation>
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
        <source>a few seconds left</source>
        <translation>quedan unos segundos</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>queda aproximadamente %n segundo</numerusform>
            <numerusform>quedan unos %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>queda aproximadamente %n minuto</numerusform>
            <numerusform>quedan unos %n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkingPage</name>
    <message>
        <source>What was installed before stays in place until everything is ready.</source>
        <translation>Lo que ya estaba instalado se mantiene hasta que todo esté listo.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>&amp;Do not wait any longer</source>
        <translation>N&amp;o esperar más</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Generando</translation>
    </message>
    <message>
        <source>Model {0} of {1}: {2}</source>
        <translation>Modelo {0} de {1}: {2}</translation>
    </message>
    <message>
        <source>Putting files into place…</source>
        <translation>Colocando los archivos en su ubicación definitiva…</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>It begins as soon as the graphics card is idle. {0}.</source>
        <translation>Empezará en cuanto la tarjeta gráfica esté inactiva. {0}.</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Instalando</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Reparando</translation>
    </message>
    <message>
        <source>Uninstalling</source>
        <translation>Desinstalando</translation>
    </message>
    <message>
        <source>Downloading {0}: {1} of {2}</source>
        <translation>Descargando {0}: {1} de {2}</translation>
    </message>
    <message>
        <source>Built in {0}, {1}</source>
        <translation>Generado en {0}, {1}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Cierre inesperado</translation>
    </message>
    <message>
        <source>{0} elapsed</source>
        <translation>Tiempo transcurrido: {0}</translation>
    </message>
    <message>
        <source>the library is still at work; this step can take several minutes</source>
        <translation>la biblioteca sigue trabajando; este paso puede tardar varios minutos</translation>
    </message>
    <message>
        <source>still at work</source>
        <translation>todavía en curso</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Driver</source>
        <translation>Controlador</translation>
    </message>
    <message>
        <source>Engine library</source>
        <translation>Biblioteca de motores</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Memoria de la GPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Write access</source>
        <translation>Acceso de escritura</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>Otras instancias</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation>Se ha cancelado la operación. No se ha realizado ningún cambio.</translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation>Se ha alcanzado el límite de tiempo antes de terminar ningún motor. No se ha realizado ningún cambio.</translation>
    </message>
    <message>
        <source>Run the command again with a larger --timeout.</source>
        <translation>Elija «Reintentar». Un administrador puede ampliar el límite de tiempo con --timeout.</translation>
    </message>
    <message>
        <source>The time limit was reached: {0} installed, {1} not built yet.</source>
        <translation>Se ha alcanzado el límite de tiempo. Ya instalado: {0}; pendiente de generar: {1}.</translation>
    </message>
    <message>
        <source>Run the command again to continue; nothing is built twice.</source>
        <translation>Elija «Reintentar» para continuar; nada se generará dos veces.</translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation>Todo está actualizado; no se ha realizado ningún cambio.</translation>
    </message>
    <message>
        <source>{0} installed in {1}.</source>
        <translation>Instalación completada: {0} en {1}.</translation>
    </message>
    <message>
        <source>{0} engines</source>
        <translation>{0} motores</translation>
    </message>
    <message>
        <source>1 engine</source>
        <translation>1 motor</translation>
    </message>
    <message>
        <source>{0} files of the application</source>
        <translation>{0} archivos de la aplicación</translation>
    </message>
    <message>
        <source>1 file of the application</source>
        <translation>1 archivo de la aplicación</translation>
    </message>
    <message>
        <source>{0} engines and {1} files of the application</source>
        <translation>{0} motores y {1} archivos de la aplicación</translation>
    </message>
    <message>
        <source>{0} engines and 1 file of the application</source>
        <translation>{0} motores y 1 archivo de la aplicación</translation>
    </message>
    <message>
        <source>1 engine and {0} files of the application</source>
        <translation>1 motor y {0} archivos de la aplicación</translation>
    </message>
    <message>
        <source>1 engine and 1 file of the application</source>
        <translation>1 motor y 1 archivo de la aplicación</translation>
    </message>
    <message>
        <source>No engine had to be built; {0} is current.</source>
        <translation>No era necesario generar ningún motor; {0} está actualizado.</translation>
    </message>
    <message>
        <source>{0} timings measured here in {1} s; {2} of {3} models took every timing from the cache.</source>
        <translation>{0} mediciones realizadas en este equipo en {1}&#xa0;s; modelos con todas las mediciones tomadas de la caché: {2} de {3}.</translation>
    </message>
    <message>
        <source>1 timing measured here in {0} s; {1} of {2} models took every timing from the cache.</source>
        <translation>1 medición realizada en este equipo en {0}&#xa0;s; modelos con todas las mediciones tomadas de la caché: {1} de {2}.</translation>
    </message>
    <message>
        <source>{0} timings measured here in {1} s; {2} of 1 model took every timing from the cache.</source>
        <translation>{0} mediciones realizadas en este equipo en {1}&#xa0;s; modelos con todas las mediciones tomadas de la caché: {2} de 1.</translation>
    </message>
    <message>
        <source>1 timing measured here in {0} s; {1} of 1 model took every timing from the cache.</source>
        <translation>1 medición realizada en este equipo en {0}&#xa0;s; modelos con todas las mediciones tomadas de la caché: {1} de 1.</translation>
    </message>
    <message>
        <source>No timing was measured here; {0} of {1} models took every timing from the cache.</source>
        <translation>No se ha realizado ninguna medición en este equipo; modelos con todas las mediciones tomadas de la caché: {0} de {1}.</translation>
    </message>
    <message>
        <source>No timing was measured here; {0} of 1 model took every timing from the cache.</source>
        <translation>No se ha realizado ninguna medición en este equipo; modelos con todas las mediciones tomadas de la caché: {0} de 1.</translation>
    </message>
    <message>
        <source>{0} of {1} models could not be built:</source>
        <translation>Modelos cuyo motor no se ha podido generar ({0} de {1}):</translation>
    </message>
    <message>
        <source>{0} of {1} engines could not be built:</source>
        <translation>Motores que no se han podido generar ({0} de {1}):</translation>
    </message>
    <message>
        <source>The builder of the model {0} crashed: {1}.</source>
        <translation>El generador del modelo {0} se ha cerrado inesperadamente: {1}.</translation>
    </message>
    <message>
        <source>The builder of the model {0} crashed: {1}. The system may have run out of memory.</source>
        <translation>El generador del modelo {0} se ha cerrado inesperadamente: {1}. Es posible que el sistema se haya quedado sin memoria.</translation>
    </message>
    <message>
        <source>The builder of the model {0} could not be started: {1}</source>
        <translation>No se ha podido iniciar el generador del modelo {0}: {1}</translation>
    </message>
    <message>
        <source>The log has its last words: {0}</source>
        <translation>Sus últimos mensajes están en el registro: {0}</translation>
    </message>
    <message>
        <source>Close other programs and run the command again; if it crashes again, report it.</source>
        <translation>Cierre otros programas y elija «Reintentar»; si el error se repite, notifíquelo.</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory (then --jobs 1 helps), or the installation is damaged.</source>
        <translation>Es posible que un antivirus lo haya bloqueado, que al sistema le falten memoria o archivos disponibles (en ese caso, un administrador puede usar --jobs 1) o que la instalación esté dañada.</translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation>Notifique el problema y adjunte el archivo de registro.</translation>
    </message>
    <message>
        <source>engine-installer met an error of its own: {0}: {1}</source>
        <translation>Error interno de engine-installer: {0}: {1}</translation>
    </message>
    <message>
        <source>Close other programs that use the GPU, then run the command again.</source>
        <translation>Cierre otros programas que usen la GPU y elija «Reintentar».</translation>
    </message>
    <message>
        <source>{0} has {1} of {2} MiB free, and the model {3} needs at least {4} MiB; it {5}.</source>
        <translation>{0} tiene {1} de {2}&#xa0;MiB libres y el modelo {3} necesita al menos {4}&#xa0;MiB; la GPU {5}.</translation>
    </message>
    <message>
        <source>{0} is in use by {1}</source>
        <translation>{0} está en uso por {1}</translation>
    </message>
    <message>
        <source>{0} is in use</source>
        <translation>{0} está en uso</translation>
    </message>
    <message>
        <source>is in use by {0}</source>
        <translation>está en uso por {0}</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>está en uso</translation>
    </message>
    <message>
        <source>is idle</source>
        <translation>está inactiva</translation>
    </message>
    <message>
        <source>{0} is idle</source>
        <translation>{0} está inactiva</translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation>podría estar en uso</translation>
    </message>
    <message>
        <source>{0} may be in use or not</source>
        <translation>{0} podría estar en uso</translation>
    </message>
    <message>
        <source>{0} ({1} % used)</source>
        <translation>{0} ({1}&#xa0;% de uso)</translation>
    </message>
    <message>
        <source>{0} (process {1}, {2} MiB)</source>
        <translation>{0} (proceso {1}, {2}&#xa0;MiB)</translation>
    </message>
    <message>
        <source>{0} (process {1})</source>
        <translation>{0} (proceso {1})</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>un programa de otro usuario</translation>
    </message>
    <message>
        <source>Close those programs and run the command again, or let it wait or build anyway with --if-busy.</source>
        <translation>Cierre esos programas y elija «Reintentar», o bien elija esperar o generar los motores de todos modos.</translation>
    </message>
    <message>
        <source>{0} things stand in the way:</source>
        <translation>Hay {0} problemas que impiden continuar:</translation>
    </message>
    <message>
        <source>NVIDIA driver {0}</source>
        <translation>NVIDIA, versión {0}</translation>
    </message>
    <message>
        <source>NVIDIA driver {0} (CUDA {1})</source>
        <translation>NVIDIA, versión {0} (CUDA {1})</translation>
    </message>
    <message>
        <source>{0}, and what is to be built does not need one</source>
        <translation>{0}, y lo que se va a generar no lo necesita</translation>
    </message>
    <message>
        <source>the GPU has changed from {0} to {1}</source>
        <translation>la GPU ha cambiado de {0} a {1}</translation>
    </message>
    <message>
        <source>the driver has changed from {0} to {1}</source>
        <translation>el controlador ha cambiado de la versión {0} a la {1}</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>el modelo ha cambiado</translation>
    </message>
    <message>
        <source>the settings have changed: {0}</source>
        <translation>la configuración ha cambiado: {0}</translation>
    </message>
    <message>
        <source>the file {0} is missing</source>
        <translation>falta el archivo {0}</translation>
    </message>
    <message>
        <source>the file {0} is damaged</source>
        <translation>el archivo {0} está dañado</translation>
    </message>
    <message>
        <source>there is no supported GPU in this machine now</source>
        <translation>este equipo ya no tiene ninguna GPU compatible</translation>
    </message>
    <message>
        <source>built with {0}, but {1} is to be used</source>
        <translation>se generó con {0}, pero debe usarse {1}</translation>
    </message>
    <message>
        <source>built for {0}, but {1} is needed</source>
        <translation>se generó para {0}, pero se necesita {1}</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>todavía no se ha generado ningún motor</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>falta {0}</translation>
    </message>
    <message>
        <source>{0} was changed since it was installed</source>
        <translation>{0} se ha modificado después de la instalación</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>la solicita el paquete de la aplicación</translation>
    </message>
    <message>
        <source>the command line asks for engines that do not depend on it</source>
        <translation>se han elegido expresamente motores que no dependen de ella</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>no incluye este modelo</translation>
    </message>
    <message>
        <source>{0} supports {1}</source>
        <translation>{0} es compatible con las GPU de {1}</translation>
    </message>
    <message>
        <source>Engines for other computers can be built with --portable.</source>
        <translation>Se pueden generar motores para otros equipos con --portable.</translation>
    </message>
    <message>
        <source>{0} of 1 model could not be built:</source>
        <translation>Modelos cuyo motor no se ha podido generar ({0} de 1):</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} archivos</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} no está instalado</translation>
    </message>
    <message>
        <source>{0} cannot be asked: {1}</source>
        <translation>no se puede consultar {0}: {1}</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>la GPU</translation>
    </message>
    <message>
        <source>compute capability {0}</source>
        <translation>capacidad de cómputo {0}</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>capacidad de cómputo 7.5 (Turing) o posterior</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and alike)</source>
        <translation>capacidad de cómputo 7.5, 8.0, 8.6 u 8.9, o bien 12.0 y posteriores (GeForce RTX 20 a 50 y similares)</translation>
    </message>
    <message>
        <source>{0} needs a GPU of {1}</source>
        <translation>{0} necesita una GPU de {1}</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>No hay ninguna biblioteca de motores instalada: ni TensorRT-RTX ni TensorRT.</translation>
    </message>
    <message>
        <source>The GPU {0} cannot be used: {1}.</source>
        <translation>No se puede usar la GPU {0}: {1}.</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver</source>
        <translation>Instale una GPU compatible y su controlador</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>no hay ninguna</translation>
    </message>
    <message>
        <source>{0} % used</source>
        <translation>{0}&#xa0;% de uso</translation>
    </message>
    <message>
        <source>{0} % used by others</source>
        <translation>{0}&#xa0;% de uso por otros programas</translation>
    </message>
    <message>
        <source>slowed down by {0}</source>
        <translation>ralentizada por {0}</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>exceso de temperatura</translation>
    </message>
    <message>
        <source>a hardware slowdown</source>
        <translation>una limitación del hardware</translation>
    </message>
    <message>
        <source>a limited power supply</source>
        <translation>una alimentación eléctrica limitada</translation>
    </message>
    <message>
        <source>this computer runs on battery</source>
        <translation>este equipo funciona con batería</translation>
    </message>
    <message>
        <source>the driver does not tell how much it is used</source>
        <translation>el controlador no indica su nivel de uso</translation>
    </message>
    <message>
        <source>the driver has stopped answering</source>
        <translation>el controlador ha dejado de responder</translation>
    </message>
    <message>
        <source>The system may have run out of memory.</source>
        <translation>Es posible que el sistema se haya quedado sin memoria.</translation>
    </message>
    <message>
        <source>{0}, but timed while the GPU was in use</source>
        <translation>{0}, pero las mediciones se realizaron mientras la GPU estaba en uso</translation>
    </message>
    <message>
        <source>{0}, but timed while the GPU was in use by {1}</source>
        <translation>{0}, pero las mediciones se realizaron mientras la GPU estaba en uso por {1}</translation>
    </message>
    <message>
        <source>But {0} of the application are missing: {1}.</source>
        <translation>Pero faltan {0} de la aplicación: {1}.</translation>
    </message>
    <message>
        <source>But 1 file of the application is missing: {0}.</source>
        <translation>Pero falta 1 archivo de la aplicación: {0}.</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one with --target.</source>
        <translation>Haga que solo los administradores puedan modificar esa carpeta o elija otra.</translation>
    </message>
    <message>
        <source>{0} was interrupted; what it had begun is completed first.</source>
        <translation>{0} se interrumpió; antes de continuar se completará lo que había empezado.</translation>
    </message>
    <message>
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>el nivel de optimización 0 no tiene en cuenta las cachés de mediciones; los niveles 1 y 2 también son rápidos y sí las tienen en cuenta</translation>
    </message>
    <message>
        <source>A removal</source>
        <translation>Una desinstalación</translation>
    </message>
    <message>
        <source>An installation</source>
        <translation>Una instalación</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>Escribiendo el motor</translation>
    </message>
    <message>
        <source>{0} is not the wheel that app.toml names: its SHA-256 is {1}, not {2}.</source>
        <translation>{0} no es el wheel que indica app.toml: su SHA-256 es {1}, no {2}.</translation>
    </message>
    <message>
        <source>Get the file anew from where it is published.</source>
        <translation>Obtenga de nuevo el archivo desde donde se publica.</translation>
    </message>
    <message>
        <source>The wheel {0} is not unpacked: {1}.</source>
        <translation>El wheel {0} no se descomprime: {1}.</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {0} of {1}.</source>
        <translation>app.toml no indica ningún wheel para {0} de {1}.</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>El proveedor de la aplicación debe indicar uno; quizá este equipo sea demasiado antiguo o de otro tipo.</translation>
    </message>
    <message>
        <source>{0} could not be downloaded: {1}.</source>
        <translation>No se pudo descargar {0}: {1}.</translation>
    </message>
    <message>
        <source>Check the connection to the network, and the system&apos;s proxy. Or get the file in another way and give its folder with --wheels.</source>
        <translation>Compruebe la conexión de red y el proxy del sistema. O consiga el archivo de otra forma e indique su carpeta con --wheels.</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {0}: {1}.</source>
        <translation>La biblioteca de motores no forma parte de este programa y sus wheels no están en {0}: {1}.</translation>
    </message>
    <message>
        <source>Put these files into a folder and give it with --wheels.</source>
        <translation>Ponga estos archivos en una carpeta e indíquela con --wheels.</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>Esta copia del programa no incluye ningún paquete de instalación.</translation>
    </message>
    <message>
        <source>Get the installer anew.</source>
        <translation>Obtenga de nuevo el instalador.</translation>
    </message>
    <message>
        <source>neither TensorRT-RTX nor TensorRT is installed</source>
        <translation>no está instalado ni TensorRT-RTX ni TensorRT</translation>
    </message>
    <message>
        <source>this computer has an NVIDIA GPU, but no NVIDIA driver is installed</source>
        <translation>este equipo tiene una GPU de NVIDIA, pero no hay ningún controlador de NVIDIA instalado</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>no hay ningún controlador de NVIDIA instalado</translation>
    </message>
    <message>
        <source>Install the driver for the GPU from nvidia.com or from the system&apos;s packages, then restart.</source>
        <translation>Instale el controlador de la GPU desde nvidia.com o desde los paquetes del sistema y, a continuación, reinicie el equipo.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found either; the engines need one to run.</source>
        <translation>Tampoco se ha encontrado ninguna GPU de NVIDIA; los motores la necesitan para ejecutarse.</translation>
    </message>
    <message>
        <source>the NVIDIA driver is installed, but not running</source>
        <translation>el controlador de NVIDIA está instalado, pero no se está ejecutando</translation>
    </message>
    <message>
        <source>Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).</source>
        <translation>Reinicie el equipo. Si el problema continúa, vuelva a instalar el controlador (en Linux, es posible que el arranque seguro haya rechazado un módulo del kernel sin firmar).</translation>
    </message>
    <message>
        <source>the NVIDIA driver was updated, but the old one is still running</source>
        <translation>el controlador de NVIDIA se ha actualizado, pero todavía se está ejecutando el anterior</translation>
    </message>
    <message>
        <source>Restart the computer.</source>
        <translation>Reinicie el equipo.</translation>
    </message>
    <message>
        <source>this user may not use the NVIDIA driver</source>
        <translation>este usuario no tiene permiso para usar el controlador de NVIDIA</translation>
    </message>
    <message>
        <source>Run this as a user who may (on Linux: one who can read and write /dev/nvidia*).</source>
        <translation>Ejecute el instalador con un usuario que tenga permiso (en Linux, uno que pueda leer y escribir /dev/nvidia*).</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>el controlador de NVIDIA no encuentra ninguna GPU</translation>
    </message>
    <message>
        <source>Check that the card is seated and powered and that no firmware setting has turned it off.</source>
        <translation>Compruebe que la tarjeta esté bien colocada y reciba alimentación, y que no esté desactivada en la configuración del firmware.</translation>
    </message>
    <message>
        <source>there is an NVIDIA GPU, but it is not visible in this session</source>
        <translation>hay una GPU de NVIDIA, pero no es visible en esta sesión</translation>
    </message>
    <message>
        <source>In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.</source>
        <translation>En un contenedor, dele acceso a la GPU (docker run --gpus all); en los demás casos, ejecute el instalador con un usuario que tenga permiso para usarla.</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {0} seconds</source>
        <translation>el controlador de NVIDIA no ha respondido en {0} segundos</translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>Reinicie el equipo. Si nvidia-smi tampoco responde, vuelva a instalar el controlador.</translation>
    </message>
    <message>
        <source>{0} has stopped answering</source>
        <translation>{0} ha dejado de responder</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>Reinicie el equipo. Si vuelve a ocurrir, compruebe la alimentación y la refrigeración de la tarjeta.</translation>
    </message>
    <message>
        <source>NVML cannot be read: {0}</source>
        <translation>no se puede leer NVML: {0}</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>Ejecute nvidia-smi para ver qué indica el controlador; a menudo el problema se resuelve al volver a instalarlo.</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {0}</source>
        <translation>Este equipo no puede ejecutar estos motores: {0}</translation>
    </message>
    <message>
        <source>The model {0} needs a supported NVIDIA GPU, but {1}.</source>
        <translation>El modelo {0} necesita una GPU de NVIDIA compatible, pero {1}.</translation>
    </message>
    <message>
        <source>{0} That may be because {1}.</source>
        <translation>{0} Puede deberse a que {1}.</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {0}</source>
        <translation>la única GPU compatible, capacidad de cómputo {0}</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({0} cores at up to {1} MHz; {2} has {3} at up to {4} MHz)</source>
        <translation>la GPU compatible más rápida ({0} núcleos a un máximo de {1}&#xa0;MHz; {2} tiene {3} a un máximo de {4}&#xa0;MHz)</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {0}; {1} has {2})</source>
        <translation>la GPU compatible más reciente (capacidad de cómputo {0}; {1} tiene {2})</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({0} MiB; {1} has {2} MiB)</source>
        <translation>la GPU compatible con más memoria ({0}&#xa0;MiB; {1} tiene {2}&#xa0;MiB)</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {0}</source>
        <translation>la primera de varias GPU iguales, en el bus PCI {0}</translation>
    </message>
    <message>
        <source>the command line asks for it</source>
        <translation>se ha elegido expresamente</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for; compute capability {0}</source>
        <translation>se han elegido todas las GPU distintas; capacidad de cómputo {0}</translation>
    </message>
    <message>
        <source>{0} does not support {1} (compute capability {2}); it supports {3}</source>
        <translation>{0} no es compatible con {1} (capacidad de cómputo {2}); es compatible con {3}</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver.</source>
        <translation>Instale una GPU compatible y su controlador.</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver, or build engines for other computers with --portable.</source>
        <translation>Instale una GPU compatible y su controlador, o genere motores para otros equipos con --portable.</translation>
    </message>
    <message>
        <source>the app package is made for GPUs of compute capability {0}, but {1} has {2}</source>
        <translation>el paquete de la aplicación está hecho para GPU con capacidad de cómputo {0}, pero {1} tiene {2}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>Solicite al proveedor de la aplicación un paquete compatible con esta GPU.</translation>
    </message>
    <message>
        <source>{0} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>{0} está dividida en instancias MIG, y solo se generan motores para GPU completas</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {0}, and {1} needs CUDA {2}</source>
        <translation>el controlador de NVIDIA es demasiado antiguo: admite hasta CUDA {0}, y {1} necesita CUDA {2}</translation>
    </message>
    <message>
        <source>Install driver {0} or newer from nvidia.com.</source>
        <translation>Instale el controlador {0} o posterior desde nvidia.com.</translation>
    </message>
    <message>
        <source>{0} has {1} MiB of memory, and at least {2} MiB are needed</source>
        <translation>{0} tiene {1}&#xa0;MiB de memoria y se necesitan al menos {2}&#xa0;MiB</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>Use una GPU con más memoria o solicite al proveedor de la aplicación un modelo más pequeño.</translation>
    </message>
    <message>
        <source>{0}, compute capability {1}, {2} MiB: supported by {3}</source>
        <translation>{0}, capacidad de cómputo {1}, {2}&#xa0;MiB: compatible con {3}</translation>
    </message>
    <message>
        <source>{0} has {1} of {2} MiB free</source>
        <translation>{0} tiene {1} de {2}&#xa0;MiB libres</translation>
    </message>
    <message>
        <source>{0} has {1} of {2} MiB free; {3} needs at least {4} MiB</source>
        <translation>{0} tiene {1} de {2}&#xa0;MiB libres; {3} necesita al menos {4}&#xa0;MiB</translation>
    </message>
    <message>
        <source>{0} of {1} MiB free</source>
        <translation>{0} de {1}&#xa0;MiB libres</translation>
    </message>
    <message>
        <source>{0} of {1} MiB free; building {2} may need {3} MiB</source>
        <translation>{0} de {1}&#xa0;MiB libres; para generar {2} podrían necesitarse {3}&#xa0;MiB</translation>
    </message>
    <message>
        <source>This computer has too little memory: {0}.</source>
        <translation>Este equipo no tiene memoria suficiente: {0}.</translation>
    </message>
    <message>
        <source>Enlarge the swap space or page file, or build on a computer with more memory.</source>
        <translation>Amplíe el espacio de intercambio o el archivo de paginación, o use un equipo con más memoria.</translation>
    </message>
    <message>
        <source>Close other programs if the build fails.</source>
        <translation>Si la generación falla, cierre otros programas.</translation>
    </message>
    <message>
        <source>the free room of the volume of {0} is unknown</source>
        <translation>se desconoce el espacio libre en el volumen de {0}</translation>
    </message>
    <message>
        <source>{0} MiB free for {1}</source>
        <translation>{0}&#xa0;MiB libres para {1}</translation>
    </message>
    <message>
        <source>There is not enough room on the volume of {0}: {1} MiB are free, and the engines need about {2} MiB.</source>
        <translation>No hay espacio suficiente en el volumen de {0}: hay {1}&#xa0;MiB libres y los motores necesitan unos {2}&#xa0;MiB.</translation>
    </message>
    <message>
        <source>There is not enough room on the volume of {0}: {1} MiB are free, and the installation needs about {2} MiB.</source>
        <translation>No hay espacio suficiente en el volumen de {0}: hay {1}&#xa0;MiB libres y la instalación necesita unos {2}&#xa0;MiB.</translation>
    </message>
    <message>
        <source>Free some space, or choose another place with --target.</source>
        <translation>Libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>{0} can be written to</source>
        <translation>se puede escribir en {0}</translation>
    </message>
    <message>
        <source>no other run works on this target</source>
        <translation>ninguna otra instancia está trabajando en esta carpeta</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {0}.</source>
        <translation>Otra instancia de engine-installer está trabajando en {0}.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then run the command again; --wait does that for you.</source>
        <translation>Espere a que termine y elija «Reintentar».</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {0}; waiting until it has finished.</source>
        <translation>Otra instancia de engine-installer está trabajando en {0}; esperando a que termine.</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: the disk is full.</source>
        <translation>No se puede {0} {1}: el disco está lleno.</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: access denied.</source>
        <translation>No se puede {0} {1}: acceso denegado.</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: another program is using it.</source>
        <translation>No se puede {0} {1}: otro programa lo está usando.</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: out of memory.</source>
        <translation>No se puede {0} {1}: memoria insuficiente.</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: {2}.</source>
        <translation>No se puede {0} {1}: {2}.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>write</source>
        <translation>escribir</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>escribir en</translation>
    </message>
    <message>
        <source>write the engine</source>
        <translation>escribir el motor</translation>
    </message>
    <message>
        <source>create</source>
        <translation>crear</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>crear la carpeta</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>reemplazar</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>eliminar</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>guardar en disco</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>apartar</translation>
    </message>
    <message>
        <source>register</source>
        <translation>registrar</translation>
    </message>
    <message>
        <source>unregister</source>
        <translation>anular el registro de</translation>
    </message>
    <message>
        <source>look up the registration of</source>
        <translation>consultar el registro de</translation>
    </message>
    <message>
        <source>start</source>
        <translation>iniciar</translation>
    </message>
    <message>
        <source>Free some space on that disk or choose another folder, then run the command again.</source>
        <translation>Libere espacio en ese disco o elija otra carpeta y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to with --target, or run as a user who may write there.</source>
        <translation>Elija otra carpeta en la que pueda escribir o ejecute el instalador con un usuario que tenga permiso de escritura en ella.</translation>
    </message>
    <message>
        <source>Run as a user who may read it.</source>
        <translation>Ejecute el instalador con un usuario que tenga permiso de lectura.</translation>
    </message>
    <message>
        <source>Close the application that uses the engines, then run the command again.</source>
        <translation>Cierre la aplicación que usa los motores y elija «Reintentar».</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Cierre otros programas.</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one with --target.</source>
        <translation>Compruebe el disco o elija una carpeta en otro disco.</translation>
    </message>
    <message>
        <source>Give another path.</source>
        <translation>Indique otra ruta.</translation>
    </message>
    <message>
        <source>{0} is installed</source>
        <translation>{0} está instalado</translation>
    </message>
    <message>
        <source>{0} {1} is installed</source>
        <translation>{0} {1} está instalado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>la aplicación no incluye ninguna</translation>
    </message>
    <message>
        <source>made on an {0}, as in this computer</source>
        <translation>creada en una {0}, como la de este equipo</translation>
    </message>
    <message>
        <source>made on an {0} with the same compute capability {1}; the catalogue has none of {2} itself for this build</source>
        <translation>creada en una {0} con la misma capacidad de cómputo {1}; el catálogo no tiene ninguna de {2} para esta generación</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {0}</source>
        <translation>las que incluye la aplicación no se pueden usar: {0}</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {0}, and {1} is installed</source>
        <translation>las cachés son para TensorRT {0} y está instalada la versión {1}</translation>
    </message>
    <message>
        <source>the caches are for CUDA {0}, and the library is for CUDA {1}</source>
        <translation>las cachés son para CUDA {0} y la biblioteca es para CUDA {1}</translation>
    </message>
    <message>
        <source>the caches were made on {0}, and this is {1}</source>
        <translation>las cachés se crearon en {0} y este sistema es {1}</translation>
    </message>
    <message>
        <source>the caches are for compute capability {0}, and {1} has {2}</source>
        <translation>las cachés son para la capacidad de cómputo {0} y {1} tiene {2}</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {0}</source>
        <translation>las cachés se crearon con otra configuración: {0}</translation>
    </message>
    <message>
        <source>{0}; the app package says no_gpu = &apos;portable&apos;</source>
        <translation>{0}; el paquete de la aplicación indica no_gpu = &apos;portable&apos;</translation>
    </message>
    <message>
        <source>{0} has changed from {1} to {2}.</source>
        <translation>{0} ha cambiado de la versión {1} a la {2}.</translation>
    </message>
    <message>
        <source>There is no app package: {0} does not exist.</source>
        <translation>No hay ningún paquete de la aplicación: {0} no existe.</translation>
    </message>
    <message>
        <source>There is no app package: {0} is not a folder.</source>
        <translation>No hay ningún paquete de la aplicación: {0} no es una carpeta.</translation>
    </message>
    <message>
        <source>There is no app package: {0} holds no {1}.</source>
        <translation>No hay ningún paquete de la aplicación: {0} no contiene {1}.</translation>
    </message>
    <message>
        <source>Give the folder that holds {0} with --package.</source>
        <translation>Indique con --package la carpeta que contiene {0}.</translation>
    </message>
    <message>
        <source>The app package is not valid: one fault in {0}.</source>
        <translation>El paquete de la aplicación no es válido: hay un error en {0}.</translation>
    </message>
    <message>
        <source>The app package is not valid: {0} faults in {1}.</source>
        <translation>El paquete de la aplicación no es válido: hay {0} errores en {1}.</translation>
    </message>
    <message>
        <source>Mend what is listed; the app package was made by the application&apos;s vendor.</source>
        <translation>Deben corregirse los errores indicados; el paquete lo creó el proveedor de la aplicación.</translation>
    </message>
    <message>
        <source>{0} is the folder that the application&apos;s files come from.</source>
        <translation>{0} es la carpeta de origen de los archivos de la aplicación.</translation>
    </message>
    <message>
        <source>Choose another folder with --target.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>{0} ({1}) is installed in {2}; {3} ({4}) needs a folder of its own.</source>
        <translation>{0} ({1}) está instalado en {2}; {3} ({4}) necesita su propia carpeta.</translation>
    </message>
    <message>
        <source>Choose another folder with --target, or uninstall the other application first.</source>
        <translation>Elija otra carpeta o desinstale antes la otra aplicación.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {0} does not exist.</source>
        <translation>No hay nada que reparar: {0} no existe.</translation>
    </message>
    <message>
        <source>Run &apos;engine-installer install&apos; instead.</source>
        <translation>Instale primero la aplicación.</translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {0}.</source>
        <translation>No hay nada que eliminar: engine-installer no ha instalado nada en {0}.</translation>
    </message>
    <message>
        <source>Give the application&apos;s folder with --target.</source>
        <translation>Indique con --target la carpeta de la aplicación.</translation>
    </message>
    <message>
        <source>Removed {0} from {1}.</source>
        <translation>Elementos eliminados de {1}: {0}.</translation>
    </message>
    <message>
        <source>The removal from {0} that was interrupted is complete.</source>
        <translation>Se ha completado la eliminación interrumpida de los archivos de {0}.</translation>
    </message>
    <message>
        <source>The app package of {0} is no longer at {1}.</source>
        <translation>El paquete de la aplicación {0} ya no está en {1}.</translation>
    </message>
    <message>
        <source>Give the folder of the app package with --package.</source>
        <translation>Indique con --package la carpeta del paquete de la aplicación.</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer, or give the folder of its complete app package with --package.</source>
        <translation>Ejecute el instalador de la propia aplicación o indique con --package la carpeta de su paquete completo.</translation>
    </message>
    <message>
        <source>These files are in use: {0}.</source>
        <translation>Estos archivos están en uso: {0}.</translation>
    </message>
    <message>
        <source>Close the application, then run the command again.</source>
        <translation>Cierre la aplicación y elija «Reintentar».</translation>
    </message>
    <message>
        <source>{0} was changed while it was being installed.</source>
        <translation>{0} se ha modificado durante la instalación.</translation>
    </message>
    <message>
        <source>Run the command again.</source>
        <translation>Elija «Reintentar».</translation>
    </message>
    <message>
        <source>Run the same command again: it completes what this run had begun.</source>
        <translation>Elija «Reintentar» para completar la operación iniciada.</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {0}</source>
        <translation>No se ha modificado la lista de aplicaciones del sistema operativo: {0}</translation>
    </message>
    <message>
        <source>Nothing is written to {0} with administrator rights: {1}.</source>
        <translation>No se escribe en {0} con derechos de administrador: {1}.</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change with --target, or run this without administrator rights.</source>
        <translation>Elija una carpeta que solo puedan modificar los administradores o ejecute el instalador sin derechos de administrador.</translation>
    </message>
    <message>
        <source>{0} is in the way: it is no file, but one of this name is to be installed.</source>
        <translation>{0} impide la instalación: no es un archivo, pero se debe instalar uno con ese nombre.</translation>
    </message>
    <message>
        <source>Move it away, or choose another target.</source>
        <translation>Muévalo a otra ubicación o elija otra carpeta.</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>Para instalar para todos los usuarios se necesitan derechos de administrador.</translation>
    </message>
    <message>
        <source>Run this as administrator or with sudo, or use --current-user.</source>
        <translation>Ejecute el instalador como administrador o con sudo, o use --current-user.</translation>
    </message>
    <message>
        <source>The engine {0} did not pass verification: {1}.</source>
        <translation>El motor {0} no ha superado la verificación: {1}.</translation>
    </message>
    <message>
        <source>Run the command again; if it happens again, check the disk and report it with the log file.</source>
        <translation>Elija «Reintentar»; si vuelve a ocurrir, compruebe el disco y notifique el problema con el archivo de registro.</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {0}.</source>
        <translation>No se usa una de las cachés de mediciones que incluye la aplicación: {0}.</translation>
    </message>
    <message>
        <source>No timing cache is used: {0}.</source>
        <translation>No se usa ninguna caché de mediciones: {0}.</translation>
    </message>
    <message>
        <source>{0} is not as engine-installer installed it; it is kept as {1}.</source>
        <translation>{0} no está como lo instaló engine-installer; se conserva como {1}.</translation>
    </message>
    <message>
        <source>{0} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{0} pertenece a una versión anterior, pero se ha modificado después; se conserva.</translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation>Cargando la biblioteca de motores</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Leyendo el modelo</translation>
    </message>
    <message>
        <source>Loading the engine on {0}</source>
        <translation>Cargando el motor en {0}</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>: </source>
        <translation>: </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
</context>
</TS>
