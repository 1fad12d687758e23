<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>ActionTexts</name>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Install anyway</source>
        <translation>Instalar de todos modos</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation>Optimizar</translation>
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
        <translation>Optimizar de nuevo de todos modos…</translation>
    </message>
    <message>
        <source>Improve now</source>
        <translation>Mejorar ahora</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Elegir otra carpeta…</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Continuar de todos modos</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>Improve later</source>
        <translation>Mejorar más tarde</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Opciones…</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>Comprobación del sistema</translation>
    </message>
    <message>
        <source>license terms</source>
        <translation>términos de licencia</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Restaurar valores predeterminados</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Get the driver</source>
        <translation>Obtener el controlador</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>Abrir el sitio web</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalles</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ocultar detalles</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Abrir carpeta de registros</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
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
        <translation>ahora</translation>
    </message>
    <message>
        <source>Graphics card before: {0}. Now: {1}.</source>
        <translation>Tarjeta gráfica antes: {0}. Ahora: {1}.</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Features</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>Change features</source>
        <translation>Cambiar funciones</translation>
    </message>
    <message>
        <source>Choose the features to have on this PC.</source>
        <translation>Elija las funciones que desea tener en este equipo.</translation>
    </message>
    <message>
        <source>Choose a feature to add or remove</source>
        <translation>Elija una función para añadir o eliminar</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Add a shortcut to the desktop</source>
        <translation>Añadir un acceso directo al escritorio</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>No se pudo configurar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>la aplicación</translation>
    </message>
    <message>
        <source>Start {0} now</source>
        <translation>Iniciar {0} ahora</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>InstallerWindow</name>
    <message>
        <source>{0} Setup</source>
        <translation>Instalación de {0}</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Instalación</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License terms</source>
        <translation>Términos de licencia</translation>
    </message>
    <message>
        <source>License terms of {0}</source>
        <translation>Términos de licencia de {0}</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>la aplicación</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
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
        <translation>Comprobar todos los archivos y optimizar de nuevo las funciones de IA donde sea necesario</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Add or remove features</source>
        <translation>Añadir o eliminar funciones</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Desinstalar</translation>
    </message>
    <message>
        <source>Take the application off this PC; your own files stay</source>
        <translation>Eliminar la aplicación de este equipo; sus archivos se conservan</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>¿Qué desea hacer?</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Features</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>Best speed</source>
        <translation>Máxima velocidad</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rápida</translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation>Optimización</translation>
    </message>
    <message>
        <source>Prepare the AI features anyway</source>
        <translation>Preparar las funciones de IA de todos modos</translation>
    </message>
    <message>
        <source>for use on another computer</source>
        <translation>para usarlas en otro equipo</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>Funciones de IA</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Everyone on this PC</source>
        <translation>Todos los usuarios de este equipo</translation>
    </message>
    <message>
        <source>Install for</source>
        <translation>Instalar para</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>takes less time; AI features may run a little slower</source>
        <translation>tarda menos; las funciones de IA podrían ir algo más lentas</translation>
    </message>
    <message>
        <source>fastest, recommended</source>
        <translation>la más rápida, recomendada</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>{0} de memoria</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>takes longer</source>
        <translation>tarda más</translation>
    </message>
    <message>
        <source>Give the full path of a folder, such as {0}.</source>
        <translation>Indique la ruta completa de una carpeta, por ejemplo {0}.</translation>
    </message>
    <message>
        <source>{0} needed</source>
        <translation>{0} necesarios</translation>
    </message>
    <message>
        <source>{0} needed, {1} free on {2}</source>
        <translation>{0} necesarios, {1} libres en {2}</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>The recommended settings suit most people.</source>
        <translation>La configuración recomendada es adecuada para la mayoría.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>la aplicación</translation>
    </message>
    <message>
        <source>Stop removing {0}?</source>
        <translation>¿Detener la desinstalación de {0}?</translation>
    </message>
    <message>
        <source>Keep removing</source>
        <translation>Seguir desinstalando</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet.</source>
        <translation>Todavía no se ha cambiado nada en este equipo.</translation>
    </message>
    <message>
        <source>Stop changing {0}?</source>
        <translation>¿Detener la modificación de {0}?</translation>
    </message>
    <message>
        <source>Stop repairing {0}?</source>
        <translation>¿Detener la reparación de {0}?</translation>
    </message>
    <message>
        <source>Keep repairing</source>
        <translation>Seguir reparando</translation>
    </message>
    <message>
        <source>{0} stays as it is. If you repair it later, the optimization starts over.</source>
        <translation>{0} se queda como está. Si lo repara más tarde, la optimización empezará de nuevo.</translation>
    </message>
    <message>
        <source>Your present version stays. If you update later, the optimization starts over.</source>
        <translation>Su versión actual se conserva. Si actualiza más tarde, la optimización empezará de nuevo.</translation>
    </message>
    <message>
        <source>Stop updating {0}?</source>
        <translation>¿Detener la actualización de {0}?</translation>
    </message>
    <message>
        <source>Keep updating</source>
        <translation>Seguir actualizando</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet. If you install later, the optimization starts over.</source>
        <translation>Todavía no se ha cambiado nada en este equipo. Si instala más tarde, la optimización empezará de nuevo.</translation>
    </message>
    <message>
        <source>Stop installing {0}?</source>
        <translation>¿Detener la instalación de {0}?</translation>
    </message>
    <message>
        <source>Keep installing</source>
        <translation>Seguir instalando</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation>{0} en uso</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Otro programa</translation>
    </message>
    <message>
        <source>{0} is using your graphics card</source>
        <translation>{0} está usando su tarjeta gráfica</translation>
    </message>
    <message>
        <source>The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: it goes on by itself.</source>
        <translation>Las funciones de IA irán más rápido si nada más usa la tarjeta mientras se optimizan. Cierre {0} o espere: continúa por sí solo.</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>otros programas</translation>
    </message>
    <message>
        <source>Waiting for {0}</source>
        <translation>Esperando a {0}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Downloading… {0} of {1}</source>
        <translation>Descargando… {0} de {1}</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Descargando…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copiando…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>Optimizando…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>No se pudo configurar</translation>
    </message>
    <message>
        <source>You can minimize this window. We will tell you when it is ready.</source>
        <translation>Puede minimizar esta ventana. Le avisaremos cuando esté listo.</translation>
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
        <translation>Modificando {0}</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Modificando</translation>
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
        <translation>Actualizando {0}</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Actualizando</translation>
    </message>
    <message>
        <source>Waiting for your graphics card</source>
        <translation>Esperando a su tarjeta gráfica</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalizando</translation>
    </message>
    <message>
        <source>Your present version keeps working until the new one is ready.</source>
        <translation>Su versión actual sigue funcionando hasta que la nueva esté lista.</translation>
    </message>
    <message>
        <source>It is being finished and cannot be stopped any longer</source>
        <translation>Está finalizando y ya no se puede detener</translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation>Se está deteniendo</translation>
    </message>
</context>
<context>
    <name>RemovePage</name>
    <message>
        <source>Also remove the log files</source>
        <translation>Eliminar también los archivos de registro</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>¿Desinstalar {0}?</translation>
    </message>
    <message>
        <source>Remove the application?</source>
        <translation>¿Desinstalar la aplicación?</translation>
    </message>
    <message>
        <source>The application and its AI features will be taken off this PC.</source>
        <translation>La aplicación y sus funciones de IA se eliminarán de este equipo.</translation>
    </message>
</context>
<context>
    <name>RoomMeter</name>
    <message>
        <source>{0} free</source>
        <translation>{0} libres</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>Faltan {0}</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Use of the graphics card, now {percent} percent</source>
        <translation>Uso de la tarjeta gráfica, ahora {percent} por ciento</translation>
    </message>
</context>
<context>
    <name>SystemCheckPage</name>
    <message>
        <source>needs {0}</source>
        <translation>necesita {0}</translation>
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
        <translation>Comprobando su equipo…</translation>
    </message>
    <message>
        <source>Your PC could not be checked.</source>
        <translation>No se ha podido comprobar su equipo.</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>Comprobación del sistema</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>Se está comprobando su equipo</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Setup</source>
        <translation>Instalación</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I accept the license terms</source>
        <translation>Acepto los términos de licencia</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Leerlos</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>Comprobando su equipo…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Otro programa</translation>
    </message>
    <message>
        <source>{0} is using your graphics card; it may take longer.</source>
        <translation>{0} está usando su tarjeta gráfica; puede tardar más.</translation>
    </message>
    <message>
        <source>Update to {0}</source>
        <translation>Actualizar a {0}</translation>
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
        <translation>Se está comprobando su equipo</translation>
    </message>
    <message>
        <source>Accept the license terms first</source>
        <translation>Acepte primero los términos de licencia</translation>
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
        <translation>{0} %</translation>
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
        <translation>Biblioteca de IA</translation>
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
        <translation>Otras instalaciones</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation>Se ha cancelado la operación. No se ha realizado ningún cambio.</translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation>Se ha alcanzado el límite de tiempo antes de terminar ningún modelo optimizado. No se ha realizado ningún cambio.</translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation>Todo está actualizado; no se ha realizado ningún cambio.</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>está en uso</translation>
    </message>
    <message>
        <source>is idle</source>
        <translation>está libre</translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation>podría estar en uso</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>un programa de otro usuario</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>el modelo ha cambiado</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>todavía no se ha generado ningún modelo optimizado</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>la solicita el paquete de instalación</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>no incluye este modelo</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>la GPU</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>capacidad de cómputo 7.5 (Turing) o posterior</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>No hay ninguna biblioteca de IA instalada: ni TensorRT-RTX ni TensorRT.</translation>
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
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>el nivel de optimización 0 no tiene en cuenta las cachés de mediciones; los niveles 1 y 2 también son rápidos y sí las tienen en cuenta</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>Escribiendo el modelo optimizado</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>El proveedor de la aplicación debe indicar uno; quizá este equipo sea demasiado antiguo o no sea compatible.</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>Este programa no incluye ningún paquete de instalación.</translation>
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
        <translation>Tampoco se ha encontrado ninguna GPU de NVIDIA; los modelos optimizados la necesitan para ejecutarse.</translation>
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
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>Reinicie el equipo. Si nvidia-smi tampoco responde, vuelva a instalar el controlador.</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>Reinicie el equipo. Si vuelve a ocurrir, compruebe la alimentación y la refrigeración de la tarjeta.</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>Ejecute nvidia-smi para ver qué indica el controlador; a menudo el problema se resuelve al volver a instalarlo.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>Solicite al proveedor de la aplicación un paquete compatible con esta GPU.</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>Use una GPU con más memoria o solicite al proveedor de la aplicación un modelo más pequeño.</translation>
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
        <translation>escribir el modelo optimizado</translation>
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
        <translation>terminar de escribir</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>cambiar el nombre de</translation>
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
        <source>Run as a user who may read it.</source>
        <translation>Ejecute el instalador con un usuario que tenga permiso de lectura.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Cierre otros programas.</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>la aplicación no incluye ninguna</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>Una instalación para todos los usuarios requiere derechos de administrador.</translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation>Cargando la biblioteca de IA</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Leyendo el modelo</translation>
    </message>
    <message>
        <source>There is no app package: {folder} does not exist.</source>
        <translation>No hay ningún paquete de instalación: {folder} no existe.</translation>
    </message>
    <message numerus="yes">
        <source>The app package is not valid: {count} problems in {file}.</source>
        <translation>
            <numerusform>El paquete de instalación no es válido: hay {count} error en {file}.</numerusform>
            <numerusform>El paquete de instalación no es válido: hay {count} errores en {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no app package: {folder} is not a folder.</source>
        <translation>No hay ningún paquete de instalación: {folder} no es una carpeta.</translation>
    </message>
    <message>
        <source>There is no app package: {folder} has no {file}.</source>
        <translation>No hay ningún paquete de instalación: {folder} no contiene {file}.</translation>
    </message>
    <message>
        <source>Start the installer again from the folder that holds {file}, or download it again.</source>
        <translation>Vuelva a iniciar el instalador desde la carpeta que contiene {file} o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a corrected package.</source>
        <translation>Solicite al proveedor de la aplicación un paquete corregido.</translation>
    </message>
    <message>
        <source>Install engine-installer with its extra &apos;tensorrt&apos; where NVIDIA&apos;s own package index can be reached.</source>
        <translation>Instale engine-installer con su extra «tensorrt» donde se pueda acceder al índice de paquetes de NVIDIA.</translation>
    </message>
    <message>
        <source>compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it</source>
        <translation>compute_capabilities: un modelo optimizado de TensorRT clásico siempre se genera para la GPU que lo genera</translation>
    </message>
    <message>
        <source>Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</source>
        <translation>Instálela con: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)</source>
        <translation>capacidad de cómputo 7.5, 8.0, 8.6 u 8.9, o bien 12.0 y posteriores (GeForce RTX 20 a 50 y similares)</translation>
    </message>
    <message>
        <source>optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect</source>
        <translation>optimization_level (y heuristic): TensorRT-RTX no elige tácticas, por lo que no tiene efecto</translation>
    </message>
    <message>
        <source>hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities</source>
        <translation>hardware_compatibility: TensorRT-RTX lo ignora; indique las GPU con compute_capabilities</translation>
    </message>
    <message>
        <source>version_compatible: TensorRT-RTX does not ship the lean runtime that it needs</source>
        <translation>version_compatible: TensorRT-RTX no incluye el runtime reducido que necesita</translation>
    </message>
    <message>
        <source>compute_capabilities {unknown}: TensorRT-RTX builds for {known} (leave the key out for all from 8.0 on, including newer GPUs)</source>
        <translation>compute_capabilities {unknown}: TensorRT-RTX genera para {known} (omita la clave para todas desde 8.0, incluidas las GPU más recientes)</translation>
    </message>
    <message>
        <source>{place} is not as it should be</source>
        <translation>{place} no es correcto</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} were measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count:,} realizada en este equipo en {seconds:.1f} s</numerusform>
            <numerusform>{count:,} realizadas en este equipo en {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message>
        <source>every timing came from the cache</source>
        <translation>todas las mediciones proceden de la caché</translation>
    </message>
    <message>
        <source>{hits:,} of {total:,} timings came from the cache</source>
        <translation>{hits:,} de {total:,} mediciones proceden de la caché</translation>
    </message>
    <message>
        <source>the cache had {count:,} timings before</source>
        <translation>la caché tenía antes {count:,} mediciones</translation>
    </message>
    <message>
        <source>none were measured here</source>
        <translation>ninguna realizada en este equipo</translation>
    </message>
    <message>
        <source>they could not be kept: {reason}</source>
        <translation>no se han podido conservar: {reason}</translation>
    </message>
    <message>
        <source>all {count:,} timings came from the cache</source>
        <translation>las {count:,} mediciones proceden de la caché</translation>
    </message>
    <message>
        <source>no timing cache</source>
        <translation>sin caché de mediciones</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>rechazado: {reason}</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: {reason}.</source>
        <translation>No se puede {doing} {path}: {reason}.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: the disk is full.</source>
        <translation>No se puede {doing} {path}: el disco está lleno.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: access denied.</source>
        <translation>No se puede {doing} {path}: acceso denegado.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: another program is using it.</source>
        <translation>No se puede {doing} {path}: otro programa lo está usando.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: out of memory.</source>
        <translation>No se puede {doing} {path}: memoria insuficiente.</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one.</source>
        <translation>Compruebe el disco o elija una carpeta en otro disco.</translation>
    </message>
    <message>
        <source>The path {path!r} has a character that no path may have.</source>
        <translation>La ruta {path!r} contiene un carácter no permitido.</translation>
    </message>
    <message>
        <source>Free some space on that disk, or choose another folder.</source>
        <translation>Libere espacio en ese disco o elija otra carpeta y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The home folder in {path} is not known.</source>
        <translation>No se conoce la carpeta personal de {path}.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Elija una carpeta en la que tenga permiso para escribir.</translation>
    </message>
    <message>
        <source>The path {path} is relative, but the current directory no longer exists.</source>
        <translation>La ruta {path} es relativa, pero el directorio actual ya no existe.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of engine-installer (schema {schema}; this version knows {known}).</source>
        <translation>{file} fue escrito por una versión más reciente de engine-installer (esquema {schema}; esta versión conoce {known}).</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está anidado a demasiada profundidad</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>no es JSON</translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation>Use esa versión.</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>todo el archivo</translation>
    </message>
    <message>
        <source>{place} is wrong</source>
        <translation>{place} no es correcto</translation>
    </message>
    <message>
        <source>it is larger than {limit_mib} MiB</source>
        <translation>ocupa más de {limit_mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>{setting} {value}, was {old}</source>
        <translation>{setting} {value}, antes {old}</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}.</translation>
    </message>
    <message>
        <source>Engines for other computers can be built anyway.</source>
        <translation>De todos modos, se pueden generar modelos optimizados para otros equipos.</translation>
    </message>
    <message>
        <source>{library} {version} is installed</source>
        <translation>{library} {version} está instalado</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.</source>
        <translation>El generador del modelo {model!r} se ha terminado porque no había hecho nada durante {minutes} min.</translation>
    </message>
    <message>
        <source>It has crashed in the same way before, so the cause is this model: the engine library fails on it, for example because its network is too deep.</source>
        <translation>Ya se bloqueó antes de la misma manera, así que la causa es este modelo: la biblioteca de IA falla con él, por ejemplo porque su red es demasiado profunda.</translation>
    </message>
    <message>
        <source>Report it to the application&apos;s vendor; trying again does not help.</source>
        <translation>Comuníquelo al proveedor de la aplicación; volver a intentarlo no sirve de nada.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may take {limit_mib} MiB of memory.</source>
        <translation>La generación del modelo {model!r} se ha terminado porque había ocupado {used_mib} MiB y todas las generaciones juntas pueden ocupar {limit_mib} MiB de memoria.</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} MiB; it {verdict}.</source>
        <translation>{gpu} tiene {free_mib} de {total_mib}&#xa0;MiB libres y el modelo {model!r} necesita al menos {needed_mib}&#xa0;MiB; la GPU {verdict}.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} crashed: {how}.</source>
        <translation>El generador del modelo {model!r} se ha cerrado inesperadamente: {how}.</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory, or the installation is damaged.</source>
        <translation>Es posible que un antivirus lo haya bloqueado, que al sistema le falten archivos o memoria, o que la instalación esté dañada.</translation>
    </message>
    <message>
        <source>Use a computer with more memory. If that does not help, ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>Use un equipo con más memoria. Si eso no ayuda, pregunte al proveedor de la aplicación: el modelo puede estar dañado.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} could not be started: {reason}</source>
        <translation>No se ha podido iniciar el generador del modelo {model!r}: {reason}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}, so timing the kernels again would be no better.</source>
        <translation>{gpu} {verdict}; por lo tanto, medir de nuevo no daría mejor resultado.</translation>
    </message>
    <message>
        <source>{model} for {gpu}</source>
        <translation>{model} para {gpu}</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked</source>
        <translation>app.toml indica verify = false: los archivos de este paquete no se han comprobado</translation>
    </message>
    <message>
        <source>every file has the hash that app.toml states</source>
        <translation>todos los archivos tienen el hash que indica app.toml</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>se solicitó así</translation>
    </message>
    <message numerus="yes">
        <source>{count} models to build, {cores} cores; as far as free memory allows</source>
        <translation>
            <numerusform>{count} modelo por generar, {cores} núcleos; según la memoria libre</numerusform>
            <numerusform>{count} modelos por generar, {cores} núcleos; según la memoria libre</numerusform>
        </translation>
    </message>
    <message>
        <source>three quarters of the system memory</source>
        <translation>tres cuartas partes de la memoria del sistema</translation>
    </message>
    <message>
        <source>{library} needs a GPU of {gpus}</source>
        <translation>{library} necesita una GPU de {gpus}</translation>
    </message>
    <message>
        <source>{error} That may be because {problem}.</source>
        <translation>{error} Puede deberse a que {problem}.</translation>
    </message>
    <message>
        <source>The model {model!r} needs a supported NVIDIA GPU, but {reason}.</source>
        <translation>El modelo {model!r} necesita una GPU de NVIDIA compatible, pero {reason}.</translation>
    </message>
    <message>
        <source>kernels are timed on the GPU, and two builds at once would disturb each other</source>
        <translation>se mide en la GPU, y dos generaciones a la vez se estorbarían</translation>
    </message>
    <message>
        <source>the largest model may need as much</source>
        <translation>el modelo más grande puede necesitar tanto</translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation>{library} no está instalado.</translation>
    </message>
    <message>
        <source>{library} cannot honour {setting}</source>
        <translation>{library} no admite este ajuste: {setting}</translation>
    </message>
    <message>
        <source>Portable engines cannot be built here: {reasons}.</source>
        <translation>No se pueden generar aquí modelos optimizados portátiles: {reasons}.</translation>
    </message>
    <message>
        <source>No engine library can build {model!r}: {reasons}.</source>
        <translation>Ninguna biblioteca de IA puede generar {model!r}: {reasons}.</translation>
    </message>
    <message>
        <source>{library} supports {gpus}</source>
        <translation>{library} es compatible con las GPU de {gpus}</translation>
    </message>
    <message>
        <source>{library} cannot honour what was asked for:
{settings}</source>
        <translation>{library} no admite lo solicitado:
{settings}</translation>
    </message>
    <message>
        <source>library default</source>
        <translation>valor predeterminado de la biblioteca</translation>
    </message>
    <message>
        <source>{library} builds for the GPU that it runs on</source>
        <translation>{library} genera para la GPU en la que se ejecuta</translation>
    </message>
    <message>
        <source>{capability} is newer than every GPU that can be named</source>
        <translation>{capability} es más reciente que cualquier GPU que se pueda indicar</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines</source>
        <translation>{library} no puede generar modelos optimizados portátiles</translation>
    </message>
    <message>
        <source>engines that do not depend on it were asked for</source>
        <translation>se han elegido expresamente modelos optimizados que no dependen de ella</translation>
    </message>
    <message>
        <source>{library} cannot honour these settings of the model {model!r}:
{settings}</source>
        <translation>{library} no admite estos ajustes del modelo {model!r}:
{settings}</translation>
    </message>
    <message>
        <source>only {gpu} will run these engines</source>
        <translation>solo {gpu} podrá ejecutar estos modelos optimizados</translation>
    </message>
    <message>
        <source>the feature {feature!r} was not chosen</source>
        <translation>no se ha elegido la función {feature!r}</translation>
    </message>
    <message>
        <source>{library} is not installed</source>
        <translation>{library} no está instalado</translation>
    </message>
    <message>
        <source>--gpu builds for a GPU of this computer, --portable and --for build without regard to any.</source>
        <translation>--gpu genera para una GPU de este equipo; --portable y --for, con independencia de ella.</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines: it times kernels on the GPU of this machine.</source>
        <translation>{library} no puede generar modelos optimizados portátiles: mide en la GPU de este equipo.</translation>
    </message>
    <message>
        <source>the app package names them</source>
        <translation>indicadas por el paquete de instalación</translation>
    </message>
    <message>
        <source>finished by a run that was interrupted</source>
        <translation>terminado por una ejecución interrumpida</translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation>Omita una de ellas.</translation>
    </message>
    <message>
        <source>Leave out --portable and --for, or use --backend tensorrt-rtx.</source>
        <translation>Omita --portable y --for o use --backend tensorrt-rtx.</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>según lo solicitado</translation>
    </message>
    <message>
        <source>{problem:capital}, and these engines do not need one</source>
        <translation>{problem:capital}, y estos modelos optimizados no lo necesitan</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {reason}</source>
        <translation>Este equipo no puede ejecutar estos modelos optimizados: {reason}</translation>
    </message>
    <message>
        <source>{gpu}, compute capability {capability}, {mib} MiB</source>
        <translation>{gpu}, capacidad de cómputo {capability}, {mib} MiB</translation>
    </message>
    <message>
        <source>{free_mib} of {total_mib} MiB free</source>
        <translation>{free_mib} de {total_mib}&#xa0;MiB libres</translation>
    </message>
    <message>
        <source>building {model!r} may need {needed_mib} MiB</source>
        <translation>generar {model!r} puede necesitar {needed_mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation>se puede escribir en {folder}</translation>
    </message>
    <message>
        <source>NVIDIA driver {version}</source>
        <translation>Controlador de NVIDIA {version}</translation>
    </message>
    <message>
        <source>{gpu}: supported by {libraries}</source>
        <translation>{gpu}: compatible con {libraries}</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free</source>
        <translation>{gpu} tiene {free_mib} de {total_mib}&#xa0;MiB libres</translation>
    </message>
    <message>
        <source>{model!r} needs at least {needed_mib} MiB</source>
        <translation>{model!r} necesita al menos {needed_mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>{free}; builds may take {limit_mib} MiB ({reason})</source>
        <translation>{free}; las generaciones pueden ocupar {limit_mib} MiB ({reason})</translation>
    </message>
    <message>
        <source>Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.</source>
        <translation>Generar {model!r} puede necesitar {needed_mib} MiB, y las generaciones pueden ocupar {limit_mib} MiB de memoria.</translation>
    </message>
    <message>
        <source>the free space on the volume of {folder} is unknown</source>
        <translation>se desconoce el espacio libre en el volumen de {folder}</translation>
    </message>
    <message>
        <source>{free_mib} MiB free for {folder}</source>
        <translation>{free_mib}&#xa0;MiB libres para {folder}</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs about {needed_mib} MiB.</source>
        <translation>No hay espacio suficiente en el volumen de {folder}: hay {free_mib}&#xa0;MiB libres y la instalación necesita unos {needed_mib}&#xa0;MiB.</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about {needed_mib} MiB.</source>
        <translation>No hay espacio suficiente en el volumen de {folder}: hay {free_mib}&#xa0;MiB libres y los modelos optimizados necesitan unos {needed_mib}&#xa0;MiB.</translation>
    </message>
    <message>
        <source>NVIDIA driver {version} (CUDA {cuda})</source>
        <translation>Controlador de NVIDIA {version} (CUDA {cuda})</translation>
    </message>
    <message>
        <source>Run the installation with a higher limit of memory.</source>
        <translation>Ejecute la instalación con un límite de memoria más alto.</translation>
    </message>
    <message>
        <source>no other run is using this target</source>
        <translation>ninguna otra instalación está usando esta carpeta</translation>
    </message>
    <message>
        <source>{count} problems prevent the installation:</source>
        <translation>{count} problemas impiden la instalación:</translation>
    </message>
    <message>
        <source>This computer has too little memory: {need}.</source>
        <translation>Este equipo no tiene memoria suficiente: {need}.</translation>
    </message>
    <message>
        <source>The path {folder} cannot be spelled in this system&apos;s character set.</source>
        <translation>La ruta {folder} no se puede escribir en el juego de caracteres de este sistema.</translation>
    </message>
    <message>
        <source>The container sets this limit: give it more memory.</source>
        <translation>El contenedor fija este límite: asígnele más memoria.</translation>
    </message>
    <message>
        <source>The shell or the service that started this sets the limit: raise it (ulimit -v).</source>
        <translation>El límite lo fija el shell o el servicio que inició este programa: auméntelo (ulimit -v).</translation>
    </message>
    <message>
        <source>{gpu}: {reason}</source>
        <translation>{gpu}: {reason}</translation>
    </message>
    <message>
        <source>This program may use too little memory: {need}.</source>
        <translation>Este programa puede usar demasiada poca memoria: {need}.</translation>
    </message>
    <message>
        <source>Choose a folder with another name.</source>
        <translation>Elija una carpeta con otro nombre.</translation>
    </message>
    <message>
        <source>Building {model!r} hit an internal error: {error}</source>
        <translation>Al generar {model!r} se produjo un error interno: {error}</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {problem}</source>
        <translation>las que incluye la aplicación no se pueden usar: {problem}</translation>
    </message>
    <message>
        <source>it ended with exit status {status}</source>
        <translation>terminó con el código de salida {status}</translation>
    </message>
    <message>
        <source>only {found} bytes of a {expected}-byte header</source>
        <translation>solo {found} bytes de un encabezado de {expected} bytes</translation>
    </message>
    <message>
        <source>the mark of a TensorRT engine is missing</source>
        <translation>falta la marca de un modelo optimizado de TensorRT</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>archivo vacío</translation>
    </message>
    <message>
        <source>the second mark of a TensorRT-RTX header is missing</source>
        <translation>falta la segunda marca de un encabezado de TensorRT-RTX</translation>
    </message>
    <message>
        <source>unknown serialization version {version}</source>
        <translation>versión de serialización desconocida: {version}</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {target}.</source>
        <translation>Otra instalación de engine-installer está usando {target}.</translation>
    </message>
    <message>
        <source>it is an engine of {library}</source>
        <translation>es un modelo optimizado de {library}</translation>
    </message>
    <message>
        <source>it was built by version {version}, not {expected}</source>
        <translation>se generó con la versión {version}, no con la {expected}</translation>
    </message>
    <message>
        <source>it runs on {targets}, not on {expected}</source>
        <translation>funciona en {targets}, no en {expected}</translation>
    </message>
    <message>
        <source>The engine {file!r} did not pass verification: {problem}.</source>
        <translation>El modelo optimizado {file!r} no ha superado la verificación: {problem}.</translation>
    </message>
    <message>
        <source>it has {actual} bytes, the writer counted {counted}, the header says {stated}</source>
        <translation>tiene {actual} bytes, al escribir se contaron {counted} y el encabezado indica {stated}</translation>
    </message>
    <message>
        <source>its content is not what the library delivered</source>
        <translation>su contenido no es el que entregó la biblioteca</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use by {programs}</source>
        <translation>{reason}, pero las mediciones se realizaron mientras la GPU estaba en uso por {programs}</translation>
    </message>
    <message>
        <source>built with {library}, but {wanted} must be used</source>
        <translation>se generó con {library}, pero debe usarse {wanted}</translation>
    </message>
    <message>
        <source>the settings have changed: {changes}</source>
        <translation>la configuración ha cambiado: {changes}</translation>
    </message>
    <message>
        <source>{library} has changed from {old} to {new}</source>
        <translation>{library} ha cambiado de {old} a {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, which engines survive</source>
        <translation>el controlador ha cambiado de {old} a {new}, y los modelos optimizados siguen siendo válidos</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use</source>
        <translation>{reason}, pero las mediciones se realizaron mientras la GPU estaba en uso</translation>
    </message>
    <message>
        <source>compute capability {own}</source>
        <translation>capacidad de cómputo {own}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a version that supports this graphics card.</source>
        <translation>Pida al proveedor de la aplicación una versión compatible con esta tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Se ha producido un problema inesperado.</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>La operación se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly.</source>
        <translation>Una parte de la instalación se detuvo de forma inesperada.</translation>
    </message>
    <message>
        <source>An AI feature did not pass its final check.</source>
        <translation>Una función de IA no ha superado la comprobación final.</translation>
    </message>
    <message>
        <source>The setup could not be made.</source>
        <translation>No se ha podido crear el instalador.</translation>
    </message>
    <message>
        <source>The setup took longer than it was allowed to.</source>
        <translation>La instalación ha tardado más de lo permitido.</translation>
    </message>
    <message>
        <source>Another program is using your graphics card.</source>
        <translation>Otro programa está usando su tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Nothing is installed here.</source>
        <translation>Aquí no hay nada instalado.</translation>
    </message>
    <message>
        <source>This setup is incomplete or damaged. Download it again.</source>
        <translation>Este instalador está incompleto o dañado. Descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>This application is already being set up in another window.</source>
        <translation>Esta aplicación ya se está instalando en otra ventana.</translation>
    </message>
    <message>
        <source>An AI feature has a fault that only its publisher can correct.</source>
        <translation>Una función de IA tiene un error que solo puede corregir su proveedor.</translation>
    </message>
    <message>
        <source>The log file of the setup cannot be written.</source>
        <translation>No se puede escribir el archivo de registro de la instalación.</translation>
    </message>
    <message>
        <source>It was stopped, because going on would not be safe.</source>
        <translation>La operación se detuvo porque no sería seguro continuar.</translation>
    </message>
    <message>
        <source>The AI features cannot be set up on this PC.</source>
        <translation>Las funciones de IA no se pueden configurar en este equipo.</translation>
    </message>
    <message>
        <source>A part of the setup could not be downloaded. Check your internet connection.</source>
        <translation>No se ha podido descargar una parte de la instalación. Compruebe su conexión a Internet.</translation>
    </message>
    <message>
        <source>The setup cannot go on with these settings.</source>
        <translation>La instalación no puede continuar con esta configuración.</translation>
    </message>
    <message>
        <source>You are not allowed to write there.</source>
        <translation>No tiene permiso para escribir ahí.</translation>
    </message>
    <message>
        <source>Your PC had too little free memory. Close other programs, then try again.</source>
        <translation>Su equipo tenía muy poca memoria libre. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Another program is using a file that must be replaced. Close it, then try again.</source>
        <translation>Otro programa está usando un archivo que se debe reemplazar. Ciérrelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk became full.</source>
        <translation>El disco se ha llenado.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>No se ha podido leer o escribir un archivo.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>Inténtelo de nuevo para continuar.</translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation>Esta carpeta no se puede usar.</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>No se ha podido leer un archivo.</translation>
    </message>
    <message>
        <source>Another program is using a file that is needed. Close it, then try again.</source>
        <translation>Otro programa está usando un archivo necesario. Ciérrelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>You are not allowed to read a file that is needed.</source>
        <translation>No tiene permiso para leer un archivo necesario.</translation>
    </message>
    <message>
        <source>You are not allowed to change what is installed there.</source>
        <translation>No tiene permiso para cambiar lo que está instalado ahí.</translation>
    </message>
    <message>
        <source>Close the program that uses it, then try again.</source>
        <translation>Cierre el programa que lo usa e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Enter a full path.</source>
        <translation>Escriba una ruta completa.</translation>
    </message>
    <message>
        <source>it has more than {count} entries</source>
        <translation>tiene más de {count} entradas</translation>
    </message>
    <message>
        <source>What is installed here is newer than this setup.</source>
        <translation>Lo que está instalado aquí es más reciente que este instalador.</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>ha crecido mientras se leía</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation>es una tubería</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>es un socket</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>es un dispositivo</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>es un enlace simbólico</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for {feature}. Close other programs that use it, then try again.</source>
        <translation>Su tarjeta gráfica tiene muy poca memoria libre para {feature}. Cierre otros programas que la usen e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for the AI features. Close other programs that use it, then try again.</source>
        <translation>Su tarjeta gráfica tiene muy poca memoria libre para las funciones de IA. Cierre otros programas que la usen e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}</source>
        <translation>{library} no puede generar {model!r} para {gpu} (capacidad de cómputo {own}): {reason:part}</translation>
    </message>
    <message>
        <source>the model uses {data_type}, which needs compute capability {least} or newer</source>
        <translation>el modelo usa {data_type}, que requiere la capacidad de cómputo {least} o posterior</translation>
    </message>
    <message>
        <source>It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.</source>
        <translation>Esperaba al disco, a la tarjeta gráfica o a sí mismo. Inténtelo de nuevo; si no se resuelve, informe del problema.</translation>
    </message>
    <message>
        <source>The log has the details: {file}</source>
        <translation>Los detalles están en el registro: {file}</translation>
    </message>
    <message>
        <source>There is no log with the details.</source>
        <translation>No hay ningún registro con los detalles.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.</source>
        <translation>La generación del modelo {model!r} se ha terminado porque había durado {hours} h, mucho más de lo esperado.</translation>
    </message>
    <message>
        <source>Close other programs, then try again; if it crashes again, report it.</source>
        <translation>Cierre otros programas e inténtelo de nuevo; si el error se repite, informe de él.</translation>
    </message>
    <message>
        <source>An AI feature needed more memory than this PC can give it.</source>
        <translation>Una función de IA necesitaba más memoria de la que este equipo puede ofrecer.</translation>
    </message>
    <message>
        <source>A part of the setup stopped answering.</source>
        <translation>Una parte de la instalación dejó de responder.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>Pregunte al proveedor de la aplicación: el modelo puede estar dañado.</translation>
    </message>
    <message>
        <source>An AI feature took far longer than it should.</source>
        <translation>Una función de IA ha tardado mucho más de lo debido.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly, in the same way as before.</source>
        <translation>Una parte de la instalación se detuvo de forma inesperada, igual que antes.</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card, then try again.</source>
        <translation>Cierre otros programas que usen la tarjeta gráfica e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>A part of the setup could not be started.</source>
        <translation>No se ha podido iniciar una parte de la instalación.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly. Your PC may have run out of memory.</source>
        <translation>Una parte de la instalación se detuvo de forma inesperada. Es posible que su equipo se haya quedado sin memoria.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for compute capability {targets}: {reason:part}.</source>
        <translation>{library} no puede generar {model!r} para la capacidad de cómputo {targets}: {reason:part}.</translation>
    </message>
    <message>
        <source>every engine is built again, as asked for</source>
        <translation>todos los modelos optimizados se generan de nuevo, según lo solicitado</translation>
    </message>
    <message>
        <source>one engine for every GPU of {capabilities}</source>
        <translation>un modelo optimizado para todas las GPU de {capabilities}</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}</source>
        <translation>en las GPU Turing, TensorRT-RTX no admite {operation}; lo primero afectado es {node}</translation>
    </message>
    <message>
        <source>the node {node!r}</source>
        <translation>el nodo {node!r}</translation>
    </message>
    <message>
        <source>a matrix product in fp32</source>
        <translation>un producto de matrices en fp32</translation>
    </message>
    <message>
        <source>a 3-D convolution in fp32</source>
        <translation>una convolución 3D en fp32</translation>
    </message>
    <message>
        <source>a convolution in int8</source>
        <translation>una convolución en int8</translation>
    </message>
    <message>
        <source>an operation ({reason})</source>
        <translation>una operación ({reason})</translation>
    </message>
    <message>
        <source>the node that computes {tensor!r}</source>
        <translation>el nodo que calcula {tensor!r}</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs</source>
        <translation>en las GPU Turing, TensorRT-RTX no admite {operation}</translation>
    </message>
    <message>
        <source>What was downloaded could not be verified, so it was not used.</source>
        <translation>No se ha podido verificar lo que se ha descargado, por lo que no se ha usado.</translation>
    </message>
    <message>
        <source>Files are in use. Close {programs}, then try again.</source>
        <translation>Hay archivos en uso. Cierre {programs} e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: it is in use by {programs}.</source>
        <translation>No se puede {doing} {path}: está en uso por {programs}.</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this version of the model</source>
        <translation>el proveedor no ofrece ningún modelo optimizado de esta versión del modelo</translation>
    </message>
    <message>
        <source>it is not in the setup: {mb:.1f} MB to download</source>
        <translation>no está incluido en el instalador: {mb:.1f} MB por descargar</translation>
    </message>
    <message>
        <source>The model {model!r} is neither in the setup nor among what can be downloaded.</source>
        <translation>El modelo {model!r} no está incluido en el instalador ni se puede descargar.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for it.</source>
        <translation>Solicítelo al proveedor de la aplicación.</translation>
    </message>
    <message>
        <source>The vendor has no AI feature ready for this PC.</source>
        <translation>El proveedor no tiene ninguna función de IA lista para este equipo.</translation>
    </message>
    <message>
        <source>app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.</source>
        <translation>Según app.toml, {file} tiene {stated} bytes, pero el proveedor entrega {found}.</translation>
    </message>
    <message>
        <source>{cores} cores; as far as free memory allows; downloads one by one</source>
        <translation>{cores} núcleos; según la memoria libre; descargas de una en una</translation>
    </message>
    <message>
        <source>other GPUs get engines from other variants</source>
        <translation>las demás GPU reciben modelos optimizados a partir de otras variantes</translation>
    </message>
    <message>
        <source>An AI feature gave wrong results on this PC.</source>
        <translation>Una función de IA ha dado resultados incorrectos en este equipo.</translation>
    </message>
    <message>
        <source>Checking the results on {gpu}</source>
        <translation>Comprobando los resultados en {gpu}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} is another one</source>
        <translation>el complemento {plugin!r} es otro</translation>
    </message>
    <message>
        <source>{way}: {reason:part}</source>
        <translation>{way}: {reason:part}</translation>
    </message>
    <message>
        <source>What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.</source>
        <translation>Lo que corresponde a {model!r} da resultados incorrectos en {gpu}, se configure como se configure.</translation>
    </message>
    <message>
        <source>as downloaded</source>
        <translation>tal como se descargó</translation>
    </message>
    <message>
        <source>The engine that was there before stays.</source>
        <translation>El modelo optimizado anterior se conserva.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>no comprobados</translation>
    </message>
    <message>
        <source>its results were not checked yet</source>
        <translation>sus resultados aún no se han comprobado</translation>
    </message>
    <message>
        <source>the vendor has changed what its results are checked with</source>
        <translation>el proveedor ha cambiado aquello con lo que se comprueban sus resultados</translation>
    </message>
    <message>
        <source>its results were checked on {old}, but the GPU is now {new}</source>
        <translation>sus resultados se comprobaron en {old}, pero la GPU es ahora {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, so its results are checked again</source>
        <translation>el controlador ha cambiado de {old} a {new}, así que sus resultados se comprueban de nuevo</translation>
    </message>
    <message>
        <source>without timings from elsewhere</source>
        <translation>sin mediciones de otra procedencia</translation>
    </message>
    <message>
        <source>as installed</source>
        <translation>tal como está instalado</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s newest driver, then try again; if that does not help, ask the application&apos;s vendor.</source>
        <translation>Instale el controlador de NVIDIA más reciente e inténtelo de nuevo; si eso no ayuda, pregunte al proveedor de la aplicación.</translation>
    </message>
    <message>
        <source>checked on {gpu}</source>
        <translation>comprobados en {gpu}</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>no hubo respuesta</translation>
    </message>
    <message>
        <source>with optimization level {level}</source>
        <translation>con el nivel de optimización {level}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>with {library}</source>
        <translation>con {library}</translation>
    </message>
    <message>
        <source>from {file}, which is in fp32</source>
        <translation>a partir de {file}, que está en fp32</translation>
    </message>
    <message>
        <source>What was there before stays.</source>
        <translation>Lo que había antes se conserva.</translation>
    </message>
    <message>
        <source>it crashed when it was tried: {how}</source>
        <translation>se cerró inesperadamente al probarlo: {how}</translation>
    </message>
    <message>
        <source>it did not come to an end when it was tried</source>
        <translation>no llegó a terminar al probarlo</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>como de costumbre</translation>
    </message>
    <message>
        <source>with what the vendor knows to be right</source>
        <translation>con lo que el proveedor sabe que es correcto</translation>
    </message>
    <message>
        <source>none was asked for</source>
        <translation>no se ha solicitado ninguna comprobación</translation>
    </message>
    <message>
        <source>the app package asks for none</source>
        <translation>el paquete de instalación no solicita ninguna comprobación</translation>
    </message>
    <message>
        <source>no GPU of this computer can run it</source>
        <translation>ninguna GPU de este equipo puede ejecutarlo</translation>
    </message>
    <message>
        <source>An AI feature cannot be optimized for this kind of graphics card.</source>
        <translation>Una función de IA no se puede optimizar para este tipo de tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>AI software</source>
        <translation>Software de IA</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>Memoria gráfica</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Other setups</source>
        <translation>Otras instalaciones</translation>
    </message>
    <message>
        <source>{card}, {memory}</source>
        <translation>{card}, {memory}</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{free} libres de {total}</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>No se puede comprobar</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>No instalado</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>No está activo</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>Es necesario reiniciar</translation>
    </message>
    <message>
        <source>Not for this user</source>
        <translation>No para este usuario</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card</source>
        <translation>Ninguna tarjeta gráfica NVIDIA</translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation>{version} o posterior</translation>
    </message>
    <message>
        <source>Not included</source>
        <translation>No incluido</translation>
    </message>
    <message>
        <source>RTX {series} series or newer</source>
        <translation>RTX serie {series} o posterior</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No es necesario</translation>
    </message>
    <message>
        <source>none is installed, and nothing is built here</source>
        <translation>no hay ninguna instalada y aquí no se genera nada</translation>
    </message>
    <message>
        <source>Your PC has too little memory for the AI features.</source>
        <translation>Su equipo tiene muy poca memoria para las funciones de IA.</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Incluido</translation>
    </message>
    <message>
        <source>the engine library is not here, and nothing had to be built</source>
        <translation>la biblioteca de IA no está aquí y no había nada que generar</translation>
    </message>
    <message>
        <source>is built again {way}</source>
        <translation>se genera de nuevo {way}</translation>
    </message>
    <message>
        <source>is downloaded instead</source>
        <translation>se descarga en su lugar</translation>
    </message>
    <message>
        <source>{engine} gives wrong results now and is set up again.</source>
        <translation>{engine} da ahora resultados incorrectos y se configura de nuevo.</translation>
    </message>
    <message>
        <source>{engine} gave wrong results and is set up in another way.</source>
        <translation>{engine} ha dado resultados incorrectos y se configura de otra manera.</translation>
    </message>
    <message>
        <source>is built here instead</source>
        <translation>se genera aquí en su lugar</translation>
    </message>
    <message>
        <source>is built again</source>
        <translation>se genera de nuevo</translation>
    </message>
    <message>
        <source>{engine} could not be downloaded and is built here instead: {reason}</source>
        <translation>No se pudo descargar {engine} y se genera aquí en su lugar: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be built here and is downloaded instead: {reason}</source>
        <translation>No se pudo generar {engine} aquí y se descarga en su lugar: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be set up in this way and is set up in another one.</source>
        <translation>No se ha podido configurar {engine} de esta manera y se configura de otra.</translation>
    </message>
    <message>
        <source>Report it with the log file.</source>
        <translation>Informe del problema y adjunte el archivo de registro.</translation>
    </message>
    <message>
        <source>the app package has it built here</source>
        <translation>el paquete de instalación indica que se genere aquí</translation>
    </message>
    <message>
        <source>the app package has it downloaded</source>
        <translation>el paquete de instalación indica que se descargue</translation>
    </message>
    <message>
        <source>the app package prefers downloads</source>
        <translation>el paquete de instalación prefiere las descargas</translation>
    </message>
    <message>
        <source>the app package prefers building here</source>
        <translation>el paquete de instalación prefiere la generación en este equipo</translation>
    </message>
    <message>
        <source>this takes less time</source>
        <translation>así se tarda menos</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s, after {mb:.0f} MB of the engine library</source>
        <translation>generarlo aquí tarda unos {seconds} s, después de descargar la biblioteca de IA ({mb:.0f} MB)</translation>
    </message>
    <message>
        <source>The engine of {model!r} cannot be downloaded: {reason}.</source>
        <translation>No se puede descargar el modelo optimizado de {model!r}: {reason}.</translation>
    </message>
    <message>
        <source>{offer}: {mb:.1f} MB, about {seconds} s</source>
        <translation>{offer}: {mb:.1f} MB, unos {seconds} s</translation>
    </message>
    <message>
        <source>nothing can be downloaded now: {reason:part}</source>
        <translation>ahora no se puede descargar nada: {reason:part}</translation>
    </message>
    <message>
        <source>it cannot be built here: {reason:part}</source>
        <translation>no se puede generar aquí: {reason:part}</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s</source>
        <translation>generarlo aquí tarda unos {seconds} s</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for an engine for this computer.</source>
        <translation>Solicite al proveedor de la aplicación un modelo optimizado para este equipo.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} libres</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>No hay espacio suficiente en el disco.</translation>
    </message>
    <message>
        <source>Cannot be written to</source>
        <translation>No se puede escribir</translation>
    </message>
    <message>
        <source>One is running</source>
        <translation>Hay una en curso</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>Se puede escribir</translation>
    </message>
    <message>
        <source>None running</source>
        <translation>Ninguna en curso</translation>
    </message>
    <message>
        <source>A folder with this name cannot be used on this PC.</source>
        <translation>En este equipo no se puede usar una carpeta con este nombre.</translation>
    </message>
    <message>
        <source>no variant is for compute capability {own}</source>
        <translation>ninguna variante es para la capacidad de cómputo {own}</translation>
    </message>
    <message>
        <source>compute capability {own} has {data_type}</source>
        <translation>la capacidad de cómputo {own} admite {data_type}</translation>
    </message>
    <message>
        <source>it is for compute capability {named}</source>
        <translation>es para la capacidad de cómputo {named}</translation>
    </message>
    <message>
        <source>exit status {status} without saying why</source>
        <translation>código de salida {status} sin indicar el motivo</translation>
    </message>
    <message>
        <source>different from what the vendor tested</source>
        <translation>diferente de lo que probó el proveedor</translation>
    </message>
    <message>
        <source>not comparable with the vendor&apos;s engine: {reason}</source>
        <translation>no se puede comparar con el modelo optimizado del proveedor: {reason}</translation>
    </message>
    <message>
        <source>the engine library gives this model other bytes in some builds</source>
        <translation>la biblioteca de IA no produce los mismos bytes en todas las generaciones de este modelo</translation>
    </message>
    <message>
        <source>this engine was not built at fixed addresses (reproducible = true in app.toml)</source>
        <translation>este modelo optimizado no se generó en direcciones fijas (reproducible = true en app.toml)</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about this version of the model</source>
        <translation>el proveedor no ha declarado nada sobre esta versión del modelo</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about engines of {library}</source>
        <translation>el proveedor no ha declarado nada sobre modelos optimizados de {library}</translation>
    </message>
    <message>
        <source>the vendor tested this model with other settings</source>
        <translation>el proveedor probó este modelo con otros ajustes</translation>
    </message>
    <message>
        <source>it was built with {library} {version}, and the vendor tested {versions}</source>
        <translation>se generó con {library} {version}, pero el proveedor probó {versions}</translation>
    </message>
    <message>
        <source>it was built on {system}, and the vendor tested on {systems}</source>
        <translation>se generó en {system}, pero el proveedor hizo las pruebas en {systems}</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about an engine for {targets}</source>
        <translation>el proveedor no ha declarado nada sobre un modelo optimizado para {targets}</translation>
    </message>
    <message>
        <source>identical to the engine that the vendor tested</source>
        <translation>idéntico al modelo optimizado que probó el proveedor</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Espere a que termine e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the disk and report it with the log file.</source>
        <translation>Inténtelo de nuevo; si vuelve a ocurrir, compruebe el disco e informe del problema con el archivo de registro.</translation>
    </message>
    <message>
        <source>the variants have changed: built from {built_from}, not {needed}</source>
        <translation>las variantes han cambiado; generado a partir de: {built_from}; se necesita: {needed}</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: built from {built_from}, but {needed} is for it</source>
        <translation>la GPU ahora es {gpu}; generado a partir de: {built_from}; para ella se necesita: {needed}</translation>
    </message>
    <message>
        <source>the variant {variant!r}</source>
        <translation>la variante {variant!r}</translation>
    </message>
    <message>
        <source>the model&apos;s own file</source>
        <translation>el archivo propio del modelo</translation>
    </message>
    <message>
        <source>recorded for {built_for}, but the model cannot be built for {refused}</source>
        <translation>se registró para {built_for}, pero el modelo no se puede generar para {refused}</translation>
    </message>
    <message>
        <source>built for {built_for}, but {needed} is needed</source>
        <translation>se generó para {built_for}, pero se necesita {needed}</translation>
    </message>
    <message>
        <source>built for {built_for} with this library version</source>
        <translation>se generó para {built_for} con esta versión de la biblioteca</translation>
    </message>
    <message>
        <source>{gpu} (compute capability {own})</source>
        <translation>{gpu} (capacidad de cómputo {own})</translation>
    </message>
    <message>
        <source>compute capability {own} and newer</source>
        <translation>capacidad de cómputo {own} y posteriores</translation>
    </message>
    <message>
        <source>this version knows more settings</source>
        <translation>esta versión conoce más ajustes</translation>
    </message>
    <message>
        <source>the file {file} is missing</source>
        <translation>falta el archivo {file}</translation>
    </message>
    <message>
        <source>the file {file} is damaged</source>
        <translation>el archivo {file} está dañado</translation>
    </message>
    <message>
        <source>it gives wrong results: {reason:part}</source>
        <translation>da resultados incorrectos: {reason:part}</translation>
    </message>
    <message>
        <source>built on {system}, but this is {this}</source>
        <translation>se generó en {system}, pero este sistema es {this}</translation>
    </message>
    <message>
        <source>the GPU has changed from {old} to {new}</source>
        <translation>la GPU {old} se ha sustituido por {new}</translation>
    </message>
    <message>
        <source>built for this GPU with this library version</source>
        <translation>se generó para esta GPU con esta versión de la biblioteca</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: {reason}</source>
        <translation>la GPU es ahora {gpu}: {reason}</translation>
    </message>
    <message>
        <source>there is no supported GPU in this computer now</source>
        <translation>este equipo ya no tiene ninguna GPU compatible</translation>
    </message>
    <message>
        <source>the vendor offers an engine that runs on every GPU from compute capability 8.0 on</source>
        <translation>el proveedor ofrece un modelo optimizado que funciona en todas las GPU a partir de la capacidad de cómputo 8.0</translation>
    </message>
    <message>
        <source>the vendor offers an engine for every GPU of {capabilities}</source>
        <translation>el proveedor ofrece un modelo optimizado para todas las GPU de {capabilities}</translation>
    </message>
    <message>
        <source>the vendor offers engines for several versions, and which is needed is unknown here: {named}</source>
        <translation>el proveedor ofrece modelos optimizados para varias versiones, y aquí no se sabe cuál se necesita: {named}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for exactly this model of GPU, {gpu}</source>
        <translation>el proveedor ofrece un modelo optimizado precisamente para este modelo de GPU, {gpu}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for compute capability {own}</source>
        <translation>el proveedor ofrece un modelo optimizado para la capacidad de cómputo {own}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of {library} of this model</source>
        <translation>el proveedor no ofrece ningún modelo optimizado de {library} de este modelo</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model that was built with these settings</source>
        <translation>el proveedor no ofrece ningún modelo optimizado de este modelo que se haya generado con estos ajustes</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {library} {version}, only for {versions}</source>
        <translation>el proveedor no ofrece ningún modelo optimizado de este modelo para {library} {version}, solo para {versions}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {system} and CUDA {cuda}</source>
        <translation>el proveedor no ofrece ningún modelo optimizado de este modelo para {system} y CUDA {cuda}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {gpu} (compute capability {own})</source>
        <translation>el proveedor no ofrece ningún modelo optimizado de este modelo para {gpu} (capacidad de cómputo {own})</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for every GPU that is asked for</source>
        <translation>el proveedor no ofrece ningún modelo optimizado de este modelo que sirva para todas las GPU solicitadas</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>de este equipo</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again later or from another network; if that does not help, ask the publisher of the application.</source>
        <translation>No se ha usado nada de ello. Inténtelo de nuevo más tarde o desde otra red; si eso no ayuda, pregunte al proveedor de la aplicación.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Copy the folder again from where it came.</source>
        <translation>No se ha usado nada de ello. Copie de nuevo la carpeta desde su lugar de origen.</translation>
    </message>
    <message>
        <source>What {place} delivers was refused: {reason}.</source>
        <translation>Se ha rechazado lo que proporciona {place}: {reason}.</translation>
    </message>
    <message>
        <source>A file that came with this setup could not be verified, so it was not used.</source>
        <translation>No se ha podido verificar un archivo incluido con este instalador, por lo que no se ha usado.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date: it is {today}. If that is right, ask the publisher of the application.</source>
        <translation>Compruebe la fecha de este equipo: es {today}. Si es correcta, pregunte al proveedor de la aplicación.</translation>
    </message>
    <message>
        <source>There is nothing to install from at {place}.</source>
        <translation>En {place} no hay nada desde lo que instalar.</translation>
    </message>
    <message>
        <source>{file} was changed: it is not what was signed</source>
        <translation>{file} se ha modificado: no es lo que se firmó</translation>
    </message>
    <message>
        <source>Nothing of it was used. What is older is accepted only after the application was uninstalled.</source>
        <translation>No se ha usado nada de ello. Lo que es más antiguo solo se acepta después de desinstalar la aplicación.</translation>
    </message>
    <message>
        <source>{file} was exchanged: it holds {other}</source>
        <translation>{file} se ha intercambiado: contiene {other}</translation>
    </message>
    <message>
        <source>What is in {folder} expired at {date}: there may be something newer by now.</source>
        <translation>El contenido de {folder} caducó ({date}): es posible que ya exista algo más reciente.</translation>
    </message>
    <message>
        <source>Use the folder that has the folders metadata and targets.</source>
        <translation>Use la carpeta que contiene las carpetas metadata y targets.</translation>
    </message>
    <message>
        <source>it lists {file}, {fault}</source>
        <translation>la lista indica {file}, {fault}</translation>
    </message>
    <message>
        <source>The app package&apos;s list of keys is damaged, so nothing can be verified that is delivered.</source>
        <translation>La lista de claves del paquete de instalación está dañada, por lo que no se puede verificar nada de lo que se proporciona.</translation>
    </message>
    <message>
        <source>Get the setup again from where it came from.</source>
        <translation>Obtenga de nuevo el instalador desde donde lo consiguió.</translation>
    </message>
    <message>
        <source>it describes {file} as another file</source>
        <translation>la lista describe {file} como otro archivo</translation>
    </message>
    <message>
        <source>it describes {file} as {other}</source>
        <translation>la lista describe {file} como {other}</translation>
    </message>
    <message>
        <source>it lists {file}, which should be {path}</source>
        <translation>la lista indica {file}, que debería ser {path}</translation>
    </message>
    <message>
        <source>it lists {file} without its SHA-256</source>
        <translation>la lista indica {file} sin su SHA-256</translation>
    </message>
    <message>
        <source>it describes {file} wrongly: {fault}</source>
        <translation>la lista describe {file} de forma incorrecta: {fault}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again: what has come is kept.</source>
        <translation>Compruebe la conexión de red y el proxy del sistema e inténtelo de nuevo: lo que ya se ha recibido se conserva.</translation>
    </message>
    <message>
        <source>{file} is not as it should be: {reason}</source>
        <translation>{file} no es como debería: {reason}</translation>
    </message>
    <message>
        <source>it is larger than the {size} bytes that were signed</source>
        <translation>ocupa más que los {size} bytes que se firmaron</translation>
    </message>
    <message>
        <source>it has {found} bytes instead of {size}</source>
        <translation>tiene {found} bytes en lugar de {size}</translation>
    </message>
    <message>
        <source>it is behind a link</source>
        <translation>está detrás de un enlace</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>no está firmada</translation>
    </message>
    <message>
        <source>it is signed with another key than the package names</source>
        <translation>está firmada con una clave distinta de la que indica el paquete</translation>
    </message>
    <message>
        <source>what is signed is no statement about engines</source>
        <translation>lo que está firmado no es una declaración sobre modelos optimizados</translation>
    </message>
    <message>
        <source>what is signed contradicts itself: it is not about all the engines that it describes</source>
        <translation>lo que está firmado se contradice: no se refiere a todos los modelos optimizados que describe</translation>
    </message>
    <message>
        <source>its signature is wrong: it was changed after it was signed</source>
        <translation>su firma no es correcta: se modificó después de firmarse</translation>
    </message>
    <message>
        <source>it is no signed statement</source>
        <translation>no es una declaración firmada</translation>
    </message>
    <message>
        <source>{file} was valid until {date}</source>
        <translation>{file} era válido hasta {date}</translation>
    </message>
    <message>
        <source>it was confirmed as up to date only until {date}, so newer files may be held back</source>
        <translation>solo se confirmó que estaba actualizado hasta {date}, por lo que es posible que se estén reteniendo archivos más recientes</translation>
    </message>
    <message>
        <source>{file} is larger than it may be</source>
        <translation>{file} ocupa más de lo permitido</translation>
    </message>
    <message>
        <source>{file} is not the one that was signed: it was changed, or exchanged for another</source>
        <translation>{file} no es el archivo que se firmó: se ha modificado o se ha cambiado por otro</translation>
    </message>
    <message>
        <source>{file} has another version than it should have</source>
        <translation>{file} no tiene la versión que debería</translation>
    </message>
    <message>
        <source>{file} is damaged, or the server sends something else where it has no file</source>
        <translation>{file} está dañado, o el servidor envía otra cosa cuando no tiene un archivo</translation>
    </message>
    <message>
        <source>{file} was not signed with the publisher&apos;s keys</source>
        <translation>{file} no se firmó con las claves del proveedor</translation>
    </message>
    <message>
        <source>{file} does not fit the others</source>
        <translation>{file} no encaja con los demás archivos</translation>
    </message>
    <message>
        <source>{file} is older than what was here before: version {found} instead of {seen}</source>
        <translation>{file} es anterior a lo que había aquí antes: versión {found} en lugar de {seen}</translation>
    </message>
    <message>
        <source>{file} was changed after it was signed, or too few have signed it</source>
        <translation>{file} se modificó después de firmarse o lo han firmado muy pocos</translation>
    </message>
    <message>
        <source>{file} is missing, which belongs to it</source>
        <translation>falta {file}, que forma parte de ello</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent}&#xa0;% de uso</translation>
    </message>
    <message>
        <source>{program} (process {pid}, {mib} MiB)</source>
        <translation>{program} (proceso {pid}, {mib}&#xa0;MiB)</translation>
    </message>
    <message>
        <source>{percent} % used by others</source>
        <translation>{percent}&#xa0;% de uso por otros programas</translation>
    </message>
    <message>
        <source>{percent} % used, but the driver does not tell whether by our own build or by another program</source>
        <translation>{percent}&#xa0;% en uso, pero el controlador no indica si por esta generación o por otro programa</translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation>{program} (proceso {pid})</translation>
    </message>
    <message>
        <source>{verdict} ({reasons})</source>
        <translation>{verdict} ({reasons})</translation>
    </message>
    <message>
        <source>slowed down by {cause}</source>
        <translation>ralentizada por {cause}</translation>
    </message>
    <message>
        <source>it was not watched yet</source>
        <translation>aún no se ha observado</translation>
    </message>
    <message>
        <source>it was watched for {seconds:.1f} s only</source>
        <translation>solo se ha observado durante {seconds:.1f} s</translation>
    </message>
    <message>
        <source>is in use by {programs}</source>
        <translation>está en uso por {programs}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}.</source>
        <translation>{gpu} {verdict}.</translation>
    </message>
    <message>
        <source>the driver does not answer: {error}</source>
        <translation>el controlador no responde: {error}</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>No se ha encontrado ninguna tarjeta gráfica NVIDIA.</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features.</source>
        <translation>Su tarjeta gráfica es demasiado antigua para las funciones de IA.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics card.</source>
        <translation>Las funciones de IA no pueden usar su tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Your graphics driver is too old for the AI features.</source>
        <translation>Su controlador gráfico es demasiado antiguo para las funciones de IA.</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features.</source>
        <translation>Su tarjeta gráfica tiene muy poca memoria para las funciones de IA.</translation>
    </message>
    <message>
        <source>{advice}, or build engines for other computers.</source>
        <translation>{advice} o genere modelos optimizados para otros equipos.</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {bus}</source>
        <translation>la primera de varias GPU iguales, en el bus PCI {bus}</translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation>{advice}.</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {own}</source>
        <translation>la única GPU compatible, capacidad de cómputo {own}</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({cores} cores at up to {mhz} MHz; {second} has {second_cores} at up to {second_mhz} MHz)</source>
        <translation>la GPU compatible más rápida ({cores} núcleos a un máximo de {mhz}&#xa0;MHz; {second} tiene {second_cores} a un máximo de {second_mhz}&#xa0;MHz)</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {own}; {second} has {second_own})</source>
        <translation>la GPU compatible más reciente (capacidad de cómputo {own}; {second} tiene {second_own})</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)</source>
        <translation>la GPU compatible con más memoria ({mib}&#xa0;MiB; {second} tiene {second_mib}&#xa0;MiB)</translation>
    </message>
    <message>
        <source>The GPU {gpu} cannot be used: {reason}.</source>
        <translation>No se puede usar la GPU {gpu}: {reason}.</translation>
    </message>
    <message>
        <source>{capability}, shared by {count} equal GPUs</source>
        <translation>{capability}, compartido por {count} GPU iguales</translation>
    </message>
    <message>
        <source>{library} does not support {gpu} (compute capability {own}); it supports {supported}</source>
        <translation>{library} no es compatible con {gpu} (capacidad de cómputo {own}); es compatible con {supported}</translation>
    </message>
    <message>
        <source>the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}</source>
        <translation>el paquete de instalación está hecho para GPU con capacidad de cómputo {capabilities}, pero {gpu} tiene {own}</translation>
    </message>
    <message>
        <source>{gpu} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>{gpu} está dividida en instancias MIG, y solo se generan modelos optimizados para GPU completas</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA {needed_cuda}</source>
        <translation>el controlador de NVIDIA es demasiado antiguo: admite hasta CUDA {newest_cuda}, y {library} necesita CUDA {needed_cuda}</translation>
    </message>
    <message>
        <source>{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed</source>
        <translation>{gpu} tiene {total_mib}&#xa0;MiB de memoria y se necesitan al menos {needed_mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for</source>
        <translation>se solicitaron todas las GPU distintas</translation>
    </message>
    <message>
        <source>--gpu {gpu} means several GPUs of this computer.</source>
        <translation>--gpu {gpu} corresponde a varias GPU de este equipo.</translation>
    </message>
    <message>
        <source>This computer has no GPU {gpu}.</source>
        <translation>Este equipo no tiene ninguna GPU {gpu}.</translation>
    </message>
    <message>
        <source>The chosen graphics card was not found.</source>
        <translation>No se ha encontrado la tarjeta gráfica elegida.</translation>
    </message>
    <message>
        <source>Turn MIG off (nvidia-smi -mig 0)</source>
        <translation>Desactive MIG (nvidia-smi -mig 0)</translation>
    </message>
    <message>
        <source>Install driver {driver} or newer from nvidia.com.</source>
        <translation>Instale el controlador {driver} o posterior desde nvidia.com.</translation>
    </message>
    <message>
        <source>Install a driver for CUDA {needed_cuda} from nvidia.com.</source>
        <translation>Instale un controlador para CUDA {needed_cuda} desde nvidia.com.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Run &apos;engine-builder gpus&apos; to see why there is none.</source>
        <translation>La orden «engine-builder gpus» indica por qué no hay ninguna.</translation>
    </message>
    <message>
        <source>Your graphics driver does not answer. Restart your PC, then try again.</source>
        <translation>Su controlador gráfico no responde. Reinicie el equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run &apos;wsl --update&apos; and &apos;wsl --shutdown&apos; in Windows, and open WSL again. WSL 1 has no GPU.</source>
        <translation>En WSL, el controlador de NVIDIA se instala en Windows, nunca dentro de WSL: instálelo o actualícelo allí, ejecute «wsl --update» y «wsl --shutdown» en Windows y vuelva a abrir WSL. WSL 1 no tiene GPU.</translation>
    </message>
    <message>
        <source>No driver is installed for an NVIDIA graphics card.</source>
        <translation>No hay ningún controlador instalado para una tarjeta gráfica NVIDIA.</translation>
    </message>
    <message>
        <source>GPU {index}</source>
        <translation>GPU {index}</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {seconds:g} seconds</source>
        <translation>el controlador de NVIDIA no ha respondido en {seconds:g} segundos</translation>
    </message>
    <message>
        <source>You are not allowed to use the graphics card.</source>
        <translation>No tiene permiso para usar la tarjeta gráfica.</translation>
    </message>
    <message>
        <source>NVML cannot be read: {error}</source>
        <translation>no se puede leer NVML: {error}</translation>
    </message>
    <message>
        <source>Windows gives WSL no NVIDIA driver</source>
        <translation>Windows no proporciona a WSL ningún controlador de NVIDIA</translation>
    </message>
    <message>
        <source>{gpu} has stopped answering</source>
        <translation>{gpu} ha dejado de responder</translation>
    </message>
    <message>
        <source>{gpu} cannot be read: {error}</source>
        <translation>no se puede consultar {gpu}: {error}</translation>
    </message>
    <message>
        <source>the Python package nvidia-ml-py is not installed, so GPUs cannot be listed</source>
        <translation>el paquete de Python nvidia-ml-py no está instalado, por lo que no se pueden detectar las GPU</translation>
    </message>
    <message>
        <source>Install engine-installer again; its package or environment is damaged.</source>
        <translation>Vuelva a instalar engine-installer; su paquete o su entorno está dañado.</translation>
    </message>
    <message>
        <source>Your graphics driver is not running. Restart your PC, then try again.</source>
        <translation>Su controlador gráfico no está activo. Reinicie el equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Your graphics driver was updated. Restart your PC, then try again.</source>
        <translation>Su controlador gráfico se ha actualizado. Reinicie el equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Your graphics card has stopped answering. Restart your PC, then try again.</source>
        <translation>Su tarjeta gráfica ha dejado de responder. Reinicie el equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>this computer does not trust the server&apos;s certificate ({problem})</source>
        <translation>este equipo no confía en el certificado del servidor ({problem})</translation>
    </message>
    <message>
        <source>A program on the network may open the connection. Ask whoever looks after this computer.</source>
        <translation>Es posible que un programa de la red abra la conexión. Consulte a quien administra este equipo.</translation>
    </message>
    <message>
        <source>{url} could not be downloaded: {reason}.</source>
        <translation>No se pudo descargar {url}: {reason}.</translation>
    </message>
    <message>
        <source>only {received} of {size} bytes arrived</source>
        <translation>solo se han recibido {received} de {size} bytes</translation>
    </message>
    <message>
        <source>it leads to an address with {scheme!r} instead of https</source>
        <translation>la dirección lleva a {scheme!r} en lugar de https</translation>
    </message>
    <message>
        <source>it comes too slowly, with {received} of {size} bytes in {seconds} seconds</source>
        <translation>llega demasiado despacio, con {received} de {size} bytes en {seconds} segundos</translation>
    </message>
    <message>
        <source>Python {python} on {system}</source>
        <translation>Python {python} en {system}</translation>
    </message>
    <message>
        <source>The wheel {file} is damaged, so it is not unpacked.</source>
        <translation>El archivo .whl {file} está dañado y no se ha podido descomprimir.</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {computer} of {distributions}.</source>
        <translation>app.toml no indica ningún archivo .whl para {computer} de {distributions}.</translation>
    </message>
    <message>
        <source>None of the wheels that app.toml names is an engine library: {libraries}.</source>
        <translation>Ninguno de los archivos .whl que indica app.toml es una biblioteca de IA: {libraries}.</translation>
    </message>
    <message>
        <source>The AI features cannot run on this kind of PC.</source>
        <translation>Las funciones de IA no pueden funcionar en este tipo de equipo.</translation>
    </message>
    <message>
        <source>{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.</source>
        <translation>{file} no es el archivo .whl que indica app.toml: su SHA-256 es {found}, no {expected}.</translation>
    </message>
    <message>
        <source>Download the file again from where it is published.</source>
        <translation>Obtenga de nuevo el archivo desde donde se publica.</translation>
    </message>
    <message>
        <source>made on an {gpu}, as in this computer</source>
        <translation>creada en una {gpu}, como la de este equipo</translation>
    </message>
    <message>
        <source>made on an {gpu} with the same compute capability {capability}; the catalogue has none of {own_gpu} itself for this build</source>
        <translation>creada en una {gpu} con la misma capacidad de cómputo {capability}; el catálogo no tiene ninguna de {own_gpu} para esta generación</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {versions}, and {installed} is installed</source>
        <translation>las cachés son para TensorRT {versions} y está instalada la versión {installed}</translation>
    </message>
    <message>
        <source>the caches are for CUDA {versions}, and the library is for CUDA {installed}</source>
        <translation>las cachés son para CUDA {versions} y la biblioteca es para CUDA {installed}</translation>
    </message>
    <message>
        <source>the caches were made on {systems}, and this is {system}</source>
        <translation>las cachés se crearon en {systems} y este sistema es {system}</translation>
    </message>
    <message>
        <source>the caches are for compute capability {capabilities}, and {gpu} has {own}</source>
        <translation>las cachés son para la capacidad de cómputo {capabilities} y {gpu} tiene {own}</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {differences}</source>
        <translation>las cachés se crearon con otra configuración: {differences}</translation>
    </message>
    <message>
        <source>it covers this model only with other settings, such as other profiles</source>
        <translation>incluye este modelo solo con otros ajustes, por ejemplo con otros perfiles</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(desconocida)</translation>
    </message>
    <message>
        <source>its first line is not that of a timing cache of engine-installer</source>
        <translation>la primera línea no es la de una caché de mediciones de engine-installer</translation>
    </message>
    <message>
        <source>it is for something else than its name says</source>
        <translation>el contenido no corresponde al nombre</translation>
    </message>
    <message>
        <source>its content does not have the hash that its header states</source>
        <translation>el contenido no coincide con el hash indicado</translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation>no se puede leer el encabezado</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card or much memory, then try again.</source>
        <translation>Cierre otros programas que usen la tarjeta gráfica o mucha memoria e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics driver.</source>
        <translation>Las funciones de IA no pueden usar su controlador gráfico.</translation>
    </message>
    <message>
        <source>A part of the setup does not work on this PC.</source>
        <translation>Una parte de la instalación no funciona en este equipo.</translation>
    </message>
    <message>
        <source>Try again when no other program writes to the installation files.</source>
        <translation>Inténtelo de nuevo cuando ningún otro programa escriba en los archivos de instalación.</translation>
    </message>
    <message>
        <source>A file of the setup was changed while it was being used.</source>
        <translation>Se ha modificado un archivo de la instalación mientras se usaba.</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights, and there is no way to ask for them here.</source>
        <translation>Una instalación para todos los usuarios requiere derechos de administrador, y aquí no hay forma de solicitarlos.</translation>
    </message>
    <message>
        <source>The run with administrator rights ended without a result: {how}</source>
        <translation>La operación con derechos de administrador terminó sin resultado: {how}</translation>
    </message>
    <message>
        <source>Administrator rights were not given. Nothing was changed.</source>
        <translation>No se han concedido derechos de administrador. No se ha realizado ningún cambio.</translation>
    </message>
    <message>
        <source>Only an administrator can install for everyone on this PC.</source>
        <translation>Solo un administrador puede instalar para todos los usuarios de este equipo.</translation>
    </message>
    <message>
        <source>Administrator rights were not given.</source>
        <translation>No se han concedido derechos de administrador.</translation>
    </message>
    <message>
        <source>The files of the setup are in this folder.</source>
        <translation>En esta carpeta están los archivos del instalador.</translation>
    </message>
    <message>
        <source>{app} is installed in this folder, and two applications cannot share one.</source>
        <translation>{app} está instalado en esta carpeta, y dos aplicaciones no pueden compartir una.</translation>
    </message>
    <message>
        <source>What is installed here cannot be repaired. Install it again.</source>
        <translation>Lo que está instalado aquí no se puede reparar. Instálelo de nuevo.</translation>
    </message>
    <message>
        <source>Specify a file with --log.</source>
        <translation>Indique un archivo con --log.</translation>
    </message>
    <message>
        <source>Try again to continue; nothing is done twice.</source>
        <translation>Inténtelo de nuevo para continuar; nada se hace dos veces.</translation>
    </message>
    <message>
        <source>it is for other GPUs</source>
        <translation>es para otras GPU</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} log files.</source>
        <translation>
            <numerusform>Se ha eliminado {count} archivo de registro.</numerusform>
            <numerusform>Se han eliminado {count} archivos de registro.</numerusform>
        </translation>
    </message>
    <message>
        <source>These files are in use by {programs}: {files}.</source>
        <translation>Estos archivos están en uso por {programs}: {files}.</translation>
    </message>
    <message>
        <source>Close the application, then try again.</source>
        <translation>Cierre la aplicación e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Files of the application are in use. Close it, then try again.</source>
        <translation>Hay archivos de la aplicación en uso. Ciérrela e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>more than {limit_mib} MiB arrived</source>
        <translation>se han recibido más de {limit_mib} MiB</translation>
    </message>
    <message>
        <source>the server has {found} bytes, and {file} states {size}</source>
        <translation>el servidor tiene {found} bytes, pero {file} indica {size}</translation>
    </message>
    <message>
        <source>more than the {size} bytes arrived that {file} states</source>
        <translation>se han recibido más bytes que los {size} que indica {file}</translation>
    </message>
    <message>
        <source>The engine gave no results within {seconds:.0f} seconds.</source>
        <translation>El modelo optimizado no ha dado resultados en {seconds:.0f} segundos.</translation>
    </message>
    <message numerus="yes">
        <source>The results agree with {count} references.</source>
        <translation>
            <numerusform>Los resultados coinciden con {count} referencia.</numerusform>
            <numerusform>Los resultados coinciden con {count} referencias.</numerusform>
        </translation>
    </message>
    <message>
        <source>The output {output!r} {fault}.</source>
        <translation>La salida {output!r} {fault}.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model!r} has no references.</source>
        <translation>El archivo {file} del modelo {model!r} no contiene referencias.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {reason}.</source>
        <translation>No se pueden comprobar los resultados: {reason}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no GPU of this PC runs it.</source>
        <translation>No se pueden comprobar los resultados: ninguna GPU de este equipo ejecuta el modelo optimizado.</translation>
    </message>
    <message>
        <source>The engine {file} of the model {model!r} has changed.</source>
        <translation>El modelo optimizado {file} del modelo {model!r} se ha modificado.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the GPU has not enough free memory ({reason:part}).</source>
        <translation>No se pueden comprobar los resultados: la GPU no tiene suficiente memoria libre ({reason:part}).</translation>
    </message>
    <message>
        <source>The engine failed when it was run: {reason}</source>
        <translation>El modelo optimizado ha fallado al ejecutarse: {reason}</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.</source>
        <translation>No se pueden comprobar los resultados: las referencias tienen las entradas {given}; el modelo optimizado, {wanted}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine takes {wanted}.</source>
        <translation>No se pueden comprobar los resultados: la entrada {tensor!r} de las referencias es {given} y el modelo optimizado espera {wanted}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no profile of the engine allows the references&apos; inputs ({shapes}).</source>
        <translation>No se pueden comprobar los resultados: ningún perfil del modelo optimizado admite las entradas de las referencias ({shapes}).</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {tensor!r} is not a plain array ({what}).</source>
        <translation>No se pueden comprobar los resultados: {tensor!r} no es una matriz simple ({what}).</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}</source>
        <translation>No se puede cargar con {library} el complemento {plugin!r} del modelo {model!r}: {reason}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} has it, which this model does not name</source>
        <translation>lo tiene el complemento {plugin!r}, que este modelo no indica</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.</source>
        <translation>El complemento {plugin!r} no tiene el operador {operators} que indica app.toml; tiene {found}.</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} does not take it: {reason}</source>
        <translation>el complemento {plugin!r} no lo acepta: {reason}</translation>
    </message>
    <message>
        <source>{app} has no feed, so --feed has nothing to be for.</source>
        <translation>{app} no tiene ningún feed, por lo que --feed no sirve de nada.</translation>
    </message>
    <message>
        <source>The feed&apos;s statement about engines was refused: {reason}.</source>
        <translation>Se ha rechazado la declaración del feed sobre modelos optimizados: {reason}.</translation>
    </message>
    <message>
        <source>A file was changed while it was being copied.</source>
        <translation>Se ha modificado un archivo mientras se copiaba.</translation>
    </message>
    <message>
        <source>its results are right on {gpu}</source>
        <translation>sus resultados son correctos en {gpu}</translation>
    </message>
    <message>
        <source>{right}; other ways gave wrong results</source>
        <translation>{right}; otras maneras dieron resultados incorrectos</translation>
    </message>
    <message>
        <source>its results were not checked: {reason:part}</source>
        <translation>sus resultados no se han comprobado: {reason:part}</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation>{file} está dañado: {reason}.</translation>
    </message>
    <message>
        <source>Features cannot be added or removed: {file} does not exist.</source>
        <translation>No se pueden añadir ni eliminar funciones: {file} no existe.</translation>
    </message>
    <message>
        <source>Repair the application first.</source>
        <translation>Repare primero la aplicación.</translation>
    </message>
    <message>
        <source>What is installed here has to be repaired first.</source>
        <translation>Lo que está instalado aquí se debe reparar primero.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that is installed.</source>
        <translation>El paquete de instalación de {folder} no es el que está instalado.</translation>
    </message>
    <message>
        <source>The files that this needs are no longer there. Download the setup again.</source>
        <translation>Los archivos necesarios para ello ya no existen. Descargue de nuevo el instalador.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor; nothing of it was used.</source>
        <translation>Pregunte al proveedor de la aplicación; no se ha usado nada de ello.</translation>
    </message>
    <message>
        <source>Engines are built here, because none can be downloaded now: {reason}</source>
        <translation>Los modelos optimizados se generan aquí porque ahora no se puede descargar ninguno: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} engines from {folder}.</source>
        <translation>
            <numerusform>Se ha eliminado {count} modelo optimizado de {folder}.</numerusform>
            <numerusform>Se han eliminado {count} modelos optimizados de {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are different from those that the vendor tested.</source>
        <translation>
            <numerusform>{count} de ellos es diferente del que probó el proveedor.</numerusform>
            <numerusform>{count} de ellos son diferentes de los que probó el proveedor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are identical to those that the vendor tested.</source>
        <translation>
            <numerusform>{count} de ellos es idéntico al que probó el proveedor.</numerusform>
            <numerusform>{count} de ellos son idénticos a los que probó el proveedor.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up is {difference}. It has passed every other check. Ask the application&apos;s vendor if it comes again after a repair.</source>
        <translation>Lo que se ha configurado es {difference}. Ha superado todas las demás comprobaciones. Pregunte al proveedor de la aplicación si este mensaje vuelve a aparecer después de una reparación.</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>desde {place}</translation>
    </message>
    <message>
        <source>Try again to complete what has begun.</source>
        <translation>Inténtelo de nuevo para completar la operación iniciada.</translation>
    </message>
    <message>
        <source>Administrator rights are needed for this.</source>
        <translation>Para esto se necesitan derechos de administrador.</translation>
    </message>
    <message>
        <source>Copy the kit again, as a whole, from its source.</source>
        <translation>Copie de nuevo el kit completo desde su origen.</translation>
    </message>
    <message>
        <source>it is not in the kit {folder}, and nothing else is used</source>
        <translation>no está en el kit {folder} y no se usa nada más</translation>
    </message>
    <message>
        <source>The kit {folder} is incomplete or damaged, so nothing was installed.</source>
        <translation>El kit {folder} está incompleto o dañado, por lo que no se ha instalado nada.</translation>
    </message>
    <message>
        <source>{folder} is not a kit: its {file} cannot be read.</source>
        <translation>{folder} no es un kit: no se puede leer su {file}.</translation>
    </message>
    <message>
        <source>Specify the folder that &apos;engine-builder kit&apos; has made, with everything in it.</source>
        <translation>Indique la carpeta que ha creado «engine-builder kit», con todo su contenido.</translation>
    </message>
    <message>
        <source>Others on this PC could change that folder, so it is not safe.</source>
        <translation>Otros usuarios de este equipo podrían cambiar esa carpeta, por lo que no es segura.</translation>
    </message>
    <message>
        <source>Windows does not take the folder {folder}, because of {fault}.</source>
        <translation>Windows no admite la carpeta {folder}: {fault}.</translation>
    </message>
    <message>
        <source>This user account has no folder of its own.</source>
        <translation>Esta cuenta de usuario no tiene una carpeta propia.</translation>
    </message>
    <message>
        <source>A file cannot be written safely, because others on this PC could change it.</source>
        <translation>No se puede escribir un archivo de forma segura, porque otros usuarios de este equipo podrían cambiarlo.</translation>
    </message>
    <message>
        <source>The files that a repair needs were changed. Download the setup again.</source>
        <translation>Los archivos que necesita una reparación se han modificado. Descargue de nuevo el instalador.</translation>
    </message>
    <message>
        <source>The files that a repair needs are no longer there. Download the setup again.</source>
        <translation>Los archivos que necesita una reparación ya no existen. Descargue de nuevo el instalador.</translation>
    </message>
    <message>
        <source>The app package of {app} {version} is no longer there: {folder} has version {found}.</source>
        <translation>El paquete de instalación de {app} {version} ya no existe: {folder} contiene la versión {found}.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; files of the application that are already there are then kept under another name.</source>
        <translation>Se ha modificado o el disco está dañado. Elimine ese archivo y vuelva a ejecutar el instalador; los archivos existentes de la aplicación se conservarán con otro nombre.</translation>
    </message>
    <message>
        <source>Others on this PC could change the program that carries out repairs.</source>
        <translation>Otros usuarios de este equipo podrían cambiar el programa que hace las reparaciones.</translation>
    </message>
    <message>
        <source>Another program is listed under the same name.</source>
        <translation>Hay otro programa registrado con el mismo nombre.</translation>
    </message>
    <message>
        <source>{path} is not a file, but a file of that name must be installed.</source>
        <translation>{path} no es un archivo, pero se debe instalar un archivo con ese nombre.</translation>
    </message>
    <message>
        <source>Move or rename it, or choose another folder.</source>
        <translation>Muévalo, cámbiele el nombre o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Something in this folder has the name of a file that must be installed.</source>
        <translation>En esta carpeta hay algo con el nombre de un archivo que se debe instalar.</translation>
    </message>
    <message>
        <source>Parts of this folder are on different disks.</source>
        <translation>Partes de esta carpeta están en discos diferentes.</translation>
    </message>
    <message>
        <source>A file that was prepared for the installation is gone.</source>
        <translation>Un archivo que se había preparado para la instalación ya no está.</translation>
    </message>
    <message>
        <source>Put a folder in its place, or choose another folder.</source>
        <translation>Sustitúyalo por una carpeta o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>Adds {features}</source>
        <translation>Añade {features}</translation>
    </message>
    <message>
        <source>Removes {features}</source>
        <translation>Elimina {features}</translation>
    </message>
    <message>
        <source>Does not work on this PC</source>
        <translation>No funciona en este equipo</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card}.</source>
        <translation>Sus funciones de IA están optimizadas para su {card}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed are still in its folder.</source>
        <translation>
            <numerusform>{count} archivo que usted modificó sigue en su carpeta.</numerusform>
            <numerusform>{count} archivos que usted modificó siguen en su carpeta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {features}.</source>
        <translation>Se ha añadido: {features}.</translation>
    </message>
    <message>
        <source>Removed: {features}.</source>
        <translation>Se ha eliminado: {features}.</translation>
    </message>
    <message>
        <source>Optimized in another way, because the first one gave wrong results: {features}.</source>
        <translation>Se ha optimizado de otra manera porque la primera dio resultados incorrectos: {features}.</translation>
    </message>
    <message>
        <source>The results of its AI features are right.</source>
        <translation>Los resultados de sus funciones de IA son correctos.</translation>
    </message>
    <message>
        <source>Its AI features are ready.</source>
        <translation>Sus funciones de IA están listas.</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card} again.</source>
        <translation>Sus funciones de IA vuelven a estar optimizadas para su {card}.</translation>
    </message>
    <message>
        <source>{app} was removed</source>
        <translation>{app} se ha desinstalado</translation>
    </message>
    <message>
        <source>It has been taken off this PC.</source>
        <translation>Se ha eliminado de este equipo.</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>Vuelve a haber {size} libres.</translation>
    </message>
    <message>
        <source>{app} is ready</source>
        <translation>{app} está listo</translation>
    </message>
    <message>
        <source>{app} is installed</source>
        <translation>{app} está instalado</translation>
    </message>
    <message>
        <source>Downloaded: {features} ({size}).</source>
        <translation>Se ha descargado: {features} ({size}).</translation>
    </message>
    <message>
        <source>Optimized on this PC: {features}.</source>
        <translation>Se ha optimizado en este equipo: {features}.</translation>
    </message>
    <message>
        <source>Optimized on this PC, because the download failed: {features}.</source>
        <translation>Se ha optimizado en este equipo porque la descarga ha fallado: {features}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} graphics cards</source>
        <translation>
            <numerusform>{count} tarjeta gráfica</numerusform>
            <numerusform>{count} tarjetas gráficas</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} libres</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>en orden</translation>
    </message>
    <message>
        <source>may be a problem</source>
        <translation>puede ser un problema</translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation>se debe cambiar</translation>
    </message>
    <message>
        <source>See what is marked.</source>
        <translation>Consulte lo que está marcado.</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features may run a little slower than they could.</source>
        <translation>
            <numerusform>{count} función de IA podría no alcanzar su velocidad máxima.</numerusform>
            <numerusform>{count} funciones de IA podrían no alcanzar su velocidad máxima.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} y {last}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} por descargar</translation>
    </message>
    <message>
        <source>AI features may run a little slower</source>
        <translation>Las funciones de IA podrían ir algo más lentas</translation>
    </message>
    <message>
        <source>AI features will run at full speed</source>
        <translation>Las funciones de IA irán a máxima velocidad</translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <translation>{free} libres en {volume}</translation>
    </message>
    <message>
        <source>Your PC has everything that is needed.</source>
        <translation>Su equipo tiene todo lo necesario.</translation>
    </message>
    <message>
        <source>The AI features do not work on this PC.</source>
        <translation>Las funciones de IA no funcionan en este equipo.</translation>
    </message>
    <message>
        <source>Some AI features do not work on this PC.</source>
        <translation>Algunas funciones de IA no funcionan en este equipo.</translation>
    </message>
    <message>
        <source>{programs} was using your graphics card</source>
        <translation>{programs} estaba usando su tarjeta gráfica</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card</source>
        <translation>Otros programas estaban usando su tarjeta gráfica</translation>
    </message>
    <message>
        <source>The AI features</source>
        <translation>las funciones de IA</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.</source>
        <translation>Puede acelerar {features} {time}: ahora o en cualquier momento desde Configuración › Aplicaciones › Modificar.</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time with Repair.</source>
        <translation>Puede acelerar {features} {time}: ahora o en cualquier momento con «Reparar».</translation>
    </message>
    <message>
        <source>If you add one, choose Modify in Settings › Apps.</source>
        <translation>Si añade una, elija «Modificar» en Configuración › Aplicaciones.</translation>
    </message>
    <message>
        <source>If you add one, start this setup again and choose Repair.</source>
        <translation>Si añade una, vuelva a iniciar este instalador y elija «Reparar».</translation>
    </message>
    <message>
        <source>When that has changed, choose Modify in Settings › Apps.</source>
        <translation>Cuando eso haya cambiado, elija «Modificar» en Configuración › Aplicaciones.</translation>
    </message>
    <message>
        <source>When that has changed, start this setup again and choose Repair.</source>
        <translation>Cuando eso haya cambiado, vuelva a iniciar este instalador y elija «Reparar».</translation>
    </message>
    <message>
        <source>You can keep using your PC</source>
        <translation>Puede seguir usando su equipo</translation>
    </message>
    <message>
        <source>Nothing was changed on this PC.</source>
        <translation>No se ha cambiado nada en este equipo.</translation>
    </message>
    <message numerus="yes">
        <source>{app} works; {count} AI features could not be set up.</source>
        <translation>
            <numerusform>{app} funciona; no se ha podido configurar {count} función de IA.</numerusform>
            <numerusform>{app} funciona; no se han podido configurar {count} funciones de IA.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is done already. Try again to finish it.</source>
        <translation>Una parte ya está hecha. Inténtelo de nuevo para terminar.</translation>
    </message>
    <message>
        <source>Almost everything is ready</source>
        <translation>Casi todo está listo</translation>
    </message>
    <message>
        <source>Another setup of {app} is running</source>
        <translation>Hay otra instalación de {app} en curso</translation>
    </message>
    <message>
        <source>The installation was stopped</source>
        <translation>La instalación se ha detenido</translation>
    </message>
    <message>
        <source>The repair was stopped</source>
        <translation>La reparación se ha detenido</translation>
    </message>
    <message>
        <source>The removal was stopped</source>
        <translation>La desinstalación se ha detenido</translation>
    </message>
    <message>
        <source>{app} is not ready yet</source>
        <translation>{app} aún no está listo</translation>
    </message>
    <message>
        <source>{app} is not repaired yet</source>
        <translation>{app} aún no está reparado</translation>
    </message>
    <message>
        <source>{app} is not removed yet</source>
        <translation>{app} aún no está desinstalado</translation>
    </message>
    <message>
        <source>{app} was not installed completely</source>
        <translation>{app} no se ha instalado por completo</translation>
    </message>
    <message>
        <source>{app} was not repaired completely</source>
        <translation>{app} no se ha reparado por completo</translation>
    </message>
    <message>
        <source>{app} was not removed completely</source>
        <translation>{app} no se ha desinstalado por completo</translation>
    </message>
    <message>
        <source>{app} was not repaired</source>
        <translation>{app} no se ha reparado</translation>
    </message>
    <message>
        <source>{app} was not removed</source>
        <translation>{app} no se ha desinstalado</translation>
    </message>
    <message>
        <source>What is finished stays.</source>
        <translation>Lo que ya está hecho se conserva.</translation>
    </message>
    <message>
        <source>It must finish first.</source>
        <translation>Primero debe terminar.</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>No hay nada que desinstalar.</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>No hay nada que reparar.</translation>
    </message>
    <message>
        <source>{app} is not installed</source>
        <translation>{app} no está instalado</translation>
    </message>
    <message>
        <source>{app} is not complete</source>
        <translation>{app} no está completo</translation>
    </message>
    <message>
        <source>{app} was not updated</source>
        <translation>{app} no se ha actualizado</translation>
    </message>
    <message>
        <source>{app} was not installed</source>
        <translation>{app} no se ha instalado</translation>
    </message>
    <message>
        <source>this disk</source>
        <translation>este disco</translation>
    </message>
    <message>
        <source>drive {letter}</source>
        <translation>la unidad {letter}</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>Funciones de IA</translation>
    </message>
    <message>
        <source>Downloading the AI software: {received} of {size}</source>
        <translation>Descargando el software de IA: {received} de {size}</translation>
    </message>
    <message>
        <source>Optimizing the AI features for your {card}</source>
        <translation>Optimizando las funciones de IA para su {card}</translation>
    </message>
    <message>
        <source>Optimizing the AI features</source>
        <translation>Optimizando las funciones de IA</translation>
    </message>
    <message>
        <source>Finishing… this takes a few seconds and cannot be stopped</source>
        <translation>Finalizando… tarda unos segundos y no se puede detener</translation>
    </message>
    <message>
        <source>Application files</source>
        <translation>Archivos de la aplicación</translation>
    </message>
    <message>
        <source>Removing files</source>
        <translation>Eliminando archivos</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>Copiando archivos</translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours</source>
        <translation>
            <numerusform>Alrededor de {count} hora</numerusform>
            <numerusform>Alrededor de {count} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about {count} hours</source>
        <translation>
            <numerusform>en alrededor de {count} hora</numerusform>
            <numerusform>en alrededor de {count} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours left</source>
        <translation>
            <numerusform>Queda alrededor de {count} hora</numerusform>
            <numerusform>Quedan alrededor de {count} horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>Menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes</source>
        <translation>
            <numerusform>Alrededor de {count} minuto</numerusform>
            <numerusform>Alrededor de {count} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>en menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>in about {count} minutes</source>
        <translation>
            <numerusform>en alrededor de {count} minuto</numerusform>
            <numerusform>en alrededor de {count} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Queda menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left</source>
        <translation>
            <numerusform>Queda alrededor de {count} minuto</numerusform>
            <numerusform>Quedan alrededor de {count} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, once your graphics card is free</source>
        <translation>{time}, cuando su tarjeta gráfica esté libre</translation>
    </message>
    <message>
        <source>This is taking longer than expected. It is still working.</source>
        <translation>Está tardando más de lo esperado. Sigue en curso.</translation>
    </message>
    <message>
        <source>A little longer than expected</source>
        <translation>Un poco más de lo esperado</translation>
    </message>
    <message>
        <source>{left} (estimate)</source>
        <translation>{left} (estimación)</translation>
    </message>
    <message>
        <source>{app} {version} is installed</source>
        <translation>{app} {version} está instalado</translation>
    </message>
    <message>
        <source>{app} {version} has nothing to repair.</source>
        <translation>{app} {version} no tiene nada que reparar.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files checked just now</source>
        <translation>
            <numerusform>{count} archivo comprobado ahora mismo</numerusform>
            <numerusform>{count} archivos comprobados ahora mismo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ready} of {count} AI features ready</source>
        <translation>
            <numerusform>{ready} de {count} función de IA lista</numerusform>
            <numerusform>{ready} de {count} funciones de IA listas</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} of {all} installed</source>
        <translation>{ready} de {all} instaladas</translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation>libera {size}</translation>
    </message>
    <message>
        <source>No graphics card in this PC can be used</source>
        <translation>No se puede usar ninguna tarjeta gráfica de este equipo</translation>
    </message>
    <message>
        <source>{features} can be made faster: choose Repair.</source>
        <translation>Puede acelerar {features}: elija «Reparar».</translation>
    </message>
    <message>
        <source>The AI features can be made faster: choose Repair.</source>
        <translation>Las funciones de IA se pueden acelerar: elija «Reparar».</translation>
    </message>
    <message>
        <source>Optimize for {card}</source>
        <translation>Optimizar para {card}</translation>
    </message>
    <message>
        <source>Optimize the AI features again?</source>
        <translation>¿Optimizar de nuevo las funciones de IA?</translation>
    </message>
    <message>
        <source>Your graphics card changed</source>
        <translation>Su tarjeta gráfica ha cambiado</translation>
    </message>
    <message>
        <source>The AI features can be made faster</source>
        <translation>Las funciones de IA se pueden acelerar</translation>
    </message>
    <message>
        <source>{app} needs a repair</source>
        <translation>{app} necesita una reparación</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are optimized</source>
        <translation>
            <numerusform>Se optimizará {count} función de IA</numerusform>
            <numerusform>Se optimizarán {count} funciones de IA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are restored</source>
        <translation>
            <numerusform>Se restaurará {count} archivo</numerusform>
            <numerusform>Se restaurarán {count} archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is fine</source>
        <translation>Todo está en orden</translation>
    </message>
    <message>
        <source>There is nothing to repair</source>
        <translation>No hay nada que reparar</translation>
    </message>
    <message>
        <source>AI features ready</source>
        <translation>Funciones de IA listas</translation>
    </message>
    <message>
        <source>{app} {version} is complete.</source>
        <translation>{app} {version} está completo.</translation>
    </message>
    <message>
        <source>optimized for your graphics cards</source>
        <translation>optimizadas para sus tarjetas gráficas</translation>
    </message>
    <message>
        <source>optimized for your {card}</source>
        <translation>optimizadas para su {card}</translation>
    </message>
    <message>
        <source>Frees {size} on {volume}</source>
        <translation>Libera {size} en {volume}</translation>
    </message>
    <message>
        <source>Frees {size}</source>
        <translation>Libera {size}</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed stay</source>
        <translation>
            <numerusform>{count} archivo que usted modificó se conserva</numerusform>
            <numerusform>{count} archivos que usted modificó se conservan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that were there before stay</source>
        <translation>
            <numerusform>{count} archivo que ya existía se conserva</numerusform>
            <numerusform>{count} archivos que ya existían se conservan</numerusform>
        </translation>
    </message>
    <message>
        <source>Without one, these do not work: {features}. If that changes, choose Repair.</source>
        <translation>Sin una, no funciona lo siguiente: {features}. Si eso cambia, elija «Reparar».</translation>
    </message>
    <message>
        <source>The AI features do not work without one. If that changes, choose Repair.</source>
        <translation>Las funciones de IA no funcionan sin una. Si eso cambia, elija «Reparar».</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
    <message>
        <source>Missing or damaged</source>
        <translation>Falta o está dañado</translation>
    </message>
    <message>
        <source>{app} was not changed completely</source>
        <translation>{app} no se ha modificado por completo</translation>
    </message>
    <message>
        <source>{app} was not changed</source>
        <translation>{app} no se ha modificado</translation>
    </message>
    <message>
        <source>Checking the results</source>
        <translation>Comprobando los resultados</translation>
    </message>
    <message>
        <source>Downloading the AI features: {received} of {size}</source>
        <translation>Descargando las funciones de IA: {received} de {size}</translation>
    </message>
    <message>
        <source>A newer driver may help. With one, choose Repair.</source>
        <translation>Es posible que un controlador más reciente resuelva el problema. Después de instalarlo, elija «Reparar».</translation>
    </message>
    <message>
        <source>Choose Repair to check the results of the AI features again.</source>
        <translation>Elija «Reparar» para comprobar de nuevo los resultados de las funciones de IA.</translation>
    </message>
    <message>
        <source>The AI features are to be checked</source>
        <translation>Hay que comprobar las funciones de IA</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are checked</source>
        <translation>
            <numerusform>Se comprobará {count} función de IA</numerusform>
            <numerusform>Se comprobarán {count} funciones de IA</numerusform>
        </translation>
    </message>
    <message>
        <source>Some AI features give wrong results</source>
        <translation>Algunas funciones de IA dan resultados incorrectos</translation>
    </message>
    <message>
        <source>A new driver was installed</source>
        <translation>Se ha instalado un controlador nuevo</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Comprobar ahora</translation>
    </message>
    <message>
        <source>To be optimized</source>
        <translation>Por optimizar</translation>
    </message>
    <message>
        <source>Nothing of {app} needs a repair; this optimizes everything once more.</source>
        <translation>Nada de {app} necesita reparación; esto vuelve a optimizarlo todo.</translation>
    </message>
    <message>
        <source>The AI features of {app} were not optimized for this card.</source>
        <translation>Las funciones de IA de {app} no se optimizaron para esta tarjeta.</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card when they were optimized.</source>
        <translation>Otros programas estaban usando su tarjeta gráfica cuando se optimizaron.</translation>
    </message>
    <message>
        <source>Their results have not been checked on this PC yet.</source>
        <translation>Sus resultados aún no se han comprobado en este equipo.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files are missing or damaged.</source>
        <translation>
            <numerusform>{count} archivo falta o está dañado.</numerusform>
            <numerusform>{count} archivos faltan o están dañados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are missing or damaged.</source>
        <translation>
            <numerusform>{count} función de IA falta o está dañada.</numerusform>
            <numerusform>{count} funciones de IA faltan o están dañadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features give wrong results.</source>
        <translation>
            <numerusform>{count} función de IA da resultados incorrectos.</numerusform>
            <numerusform>{count} funciones de IA dan resultados incorrectos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The software that its AI features run on was updated.</source>
        <translation>El software que ejecuta sus funciones de IA se ha actualizado.</translation>
    </message>
    <message>
        <source>Some AI features were made with other settings.</source>
        <translation>Algunas funciones de IA se crearon con otra configuración.</translation>
    </message>
    <message>
        <source>A new driver was installed.</source>
        <translation>Se ha instalado un controlador nuevo.</translation>
    </message>
    <message>
        <source>Not everything is as it was installed.</source>
        <translation>No todo está como se instaló.</translation>
    </message>
    <message>
        <source>Some files cannot be restored from here</source>
        <translation>Algunos archivos no se pueden restaurar desde aquí</translation>
    </message>
    <message>
        <source>Start the setup program of {app} that you downloaded to restore them.</source>
        <translation>Para restaurarlos, inicie el instalador de {app} que descargó.</translation>
    </message>
    <message>
        <source>All files complete</source>
        <translation>Todos los archivos completos</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} archivo</numerusform>
            <numerusform>{count} archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own files stay</source>
        <translation>Sus archivos se conservan</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>The AI features of {app} were optimized for the old card.</source>
        <translation>Las funciones de IA de {app} se optimizaron para la tarjeta anterior.</translation>
    </message>
    <message>
        <source>{program} was using your graphics card when they were optimized.</source>
        <translation>{program} estaba usando su tarjeta gráfica cuando se optimizaron.</translation>
    </message>
    <message>
        <source>A new driver was installed, so their results are checked again.</source>
        <translation>Se ha instalado un controlador nuevo, así que sus resultados se comprobarán de nuevo.</translation>
    </message>
    <message>
        <source>One that gives wrong results is optimized again</source>
        <translation>Las que den resultados incorrectos se optimizarán de nuevo</translation>
    </message>
    <message>
        <source>Your own files stay as they are</source>
        <translation>Sus archivos no se modifican</translation>
    </message>
    <message>
        <source>Files and settings stay as they are</source>
        <translation>Los archivos y la configuración no se modifican</translation>
    </message>
    <message>
        <source>The AI features need version {version} or newer.</source>
        <translation>Las funciones de IA necesitan la versión {version} o posterior.</translation>
    </message>
    <message>
        <source>{app} needs {needed}, and {free} are free.</source>
        <translation>{app} necesita {needed} y hay {free} libres.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>This setup cannot go on</source>
        <translation>Esta instalación no puede continuar</translation>
    </message>
    <message>
        <source>Your graphics card is too old for some AI features</source>
        <translation>Su tarjeta gráfica es demasiado antigua para algunas funciones de IA</translation>
    </message>
    <message>
        <source>The AI features do not support your graphics card</source>
        <translation>Las funciones de IA no son compatibles con su tarjeta gráfica</translation>
    </message>
    <message>
        <source>It cannot find out which graphics card you have. {advice}</source>
        <translation>No puede averiguar qué tarjeta gráfica tiene. {advice}</translation>
    </message>
    <message>
        <source>Until you restart this PC, the AI features will not work.</source>
        <translation>Las funciones de IA no funcionarán hasta que reinicie este equipo.</translation>
    </message>
    <message>
        <source>The AI features need the newest driver.</source>
        <translation>Las funciones de IA necesitan el controlador más reciente.</translation>
    </message>
    <message>
        <source>Too little graphics memory is free</source>
        <translation>Hay muy poca memoria gráfica libre</translation>
    </message>
    <message>
        <source>Restart this PC, then try again.</source>
        <translation>Reinicie este equipo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{app} cannot be installed without one.</source>
        <translation>{app} no se puede instalar sin una.</translation>
    </message>
    <message>
        <source>{app} needs a graphics card of the {series}.</source>
        <translation>{app} necesita una tarjeta gráfica {series}.</translation>
    </message>
    <message>
        <source>{app} cannot be installed with this one.</source>
        <translation>{app} no se puede instalar con esta.</translation>
    </message>
    <message>
        <source>Not enough room on {volume}</source>
        <translation>No hay espacio suficiente en {volume}</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>No hay espacio suficiente en el disco</translation>
    </message>
    <message>
        <source>Choose another folder, or free {missing}: this page notices by itself.</source>
        <translation>Elija otra carpeta o libere {missing}: esta página lo detecta por sí sola.</translation>
    </message>
    <message>
        <source>Free {missing}: this page notices by itself.</source>
        <translation>Libere {missing}: esta página lo detecta por sí sola.</translation>
    </message>
    <message>
        <source>{app} is already being set up</source>
        <translation>{app} ya se está instalando</translation>
    </message>
    <message>
        <source>Another setup is running</source>
        <translation>Hay otra instalación en curso</translation>
    </message>
    <message>
        <source>The other window must finish first. This page goes on by itself.</source>
        <translation>Primero debe terminar la otra ventana. Esta página continúa por sí sola.</translation>
    </message>
    <message>
        <source>Download it again from {publisher}.</source>
        <translation>Descárguelo de nuevo de {publisher}.</translation>
    </message>
    <message>
        <source>Your PC is ready</source>
        <translation>Su equipo está listo</translation>
    </message>
    <message>
        <source>This setup is incomplete</source>
        <translation>Este instalador está incompleto</translation>
    </message>
    <message>
        <source>You can install, but {app} will not work on this PC.</source>
        <translation>La instalación es posible, pero {app} no funcionará en este equipo.</translation>
    </message>
    <message>
        <source>You can go on, but {app} will not work on this PC.</source>
        <translation>Puede continuar, pero {app} no funcionará en este equipo.</translation>
    </message>
    <message>
        <source>Close other programs that use your graphics card, then try again.</source>
        <translation>Cierre otros programas que usen su tarjeta gráfica e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>You can install, but some AI features will not work on this PC. Everything else will.</source>
        <translation>La instalación es posible, pero algunas funciones de IA no funcionarán en este equipo. Todo lo demás, sí.</translation>
    </message>
    <message>
        <source>You can go on, but some AI features will not work on this PC. Everything else will.</source>
        <translation>Puede continuar, pero algunas funciones de IA no funcionarán en este equipo. Todo lo demás, sí.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card found</source>
        <translation>No se ha encontrado ninguna tarjeta gráfica NVIDIA</translation>
    </message>
    <message>
        <source>Your graphics card has no driver</source>
        <translation>Su tarjeta gráfica no tiene controlador</translation>
    </message>
    <message>
        <source>Your graphics card does not respond</source>
        <translation>Su tarjeta gráfica no responde</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used by this account</source>
        <translation>Esta cuenta no puede usar su tarjeta gráfica</translation>
    </message>
    <message>
        <source>Your graphics driver is too old</source>
        <translation>Su controlador gráfico es demasiado antiguo</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features</source>
        <translation>Su tarjeta gráfica es demasiado antigua para las funciones de IA</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features</source>
        <translation>Su tarjeta gráfica tiene muy poca memoria para las funciones de IA</translation>
    </message>
    <message>
        <source>{app} cannot be installed on this PC</source>
        <translation>{app} no se puede instalar en este equipo</translation>
    </message>
    <message>
        <source>You can install, but the AI features will not work on this PC. Everything else will.</source>
        <translation>La instalación es posible, pero las funciones de IA no funcionarán en este equipo. Todo lo demás, sí.</translation>
    </message>
    <message>
        <source>You can go on, but the AI features will not work on this PC. Everything else will.</source>
        <translation>Puede continuar, pero las funciones de IA no funcionarán en este equipo. Todo lo demás, sí.</translation>
    </message>
    <message>
        <source>You can install; everything else will work.</source>
        <translation>La instalación es posible; todo lo demás funcionará.</translation>
    </message>
    <message>
        <source>You can go on; everything else will work.</source>
        <translation>Puede continuar; todo lo demás funcionará.</translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation>Esta carpeta no se puede usar</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Memoria insuficiente</translation>
    </message>
    <message>
        <source>They need {needed}.</source>
        <translation>Necesitan {needed}.</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}.</source>
        <translation>No hay memoria suficiente para generar el modelo optimizado de {model!r}.</translation>
    </message>
    <message>
        <source>Building the model {model!r} hit an internal error of engine-installer.</source>
        <translation>Al generar el modelo optimizado de {model!r} se produjo un error interno de engine-installer.</translation>
    </message>
    <message>
        <source>The workspace is too small</source>
        <translation>El espacio de trabajo (workspace) es demasiado pequeño</translation>
    </message>
    <message>
        <source>Dimensions that share a name differ</source>
        <translation>Hay dimensiones con el mismo nombre que difieren</translation>
    </message>
    <message>
        <source>An input or output cannot have that format</source>
        <translation>Una entrada o salida no puede tener ese formato</translation>
    </message>
    <message>
        <source>TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)</source>
        <translation>TensorRT-RTX no puede generar esto para GeForce RTX 20 y otras GPU Turing (capacidad de cómputo 7.5)</translation>
    </message>
    <message>
        <source>The GPU lacks a data type</source>
        <translation>A la GPU le falta un tipo de datos</translation>
    </message>
    <message>
        <source>The sizes of a profile contradict each other</source>
        <translation>Los tamaños de un perfil se contradicen</translation>
    </message>
    <message>
        <source>The library lacks an operator</source>
        <translation>A la biblioteca le falta un operador</translation>
    </message>
    <message>
        <source>An input or output cannot have that data type</source>
        <translation>Una entrada o salida no puede tener ese tipo de datos</translation>
    </message>
    <message>
        <source>There is no kernel for an Attention operator</source>
        <translation>No hay kernel para un operador Attention</translation>
    </message>
    <message>
        <source>The library failed on nested If operators</source>
        <translation>La biblioteca ha fallado con operadores If anidados</translation>
    </message>
    <message>
        <source>Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the application&apos;s vendor can ship a timing cache for this GPU model.</source>
        <translation>Se usaron mediciones de otro modelo de GPU ({gpu}), así que el modelo optimizado podría no alcanzar su velocidad máxima; el proveedor de la aplicación puede incluir una caché de mediciones para este modelo de GPU.</translation>
    </message>
    <message>
        <source>The engine library could not build the model {model!r}: {reason}</source>
        <translation>La biblioteca de IA no ha podido generar el modelo optimizado de {model!r}: {reason}</translation>
    </message>
    <message>
        <source>Timing cache: the library failed when it was read ({error}).</source>
        <translation>Caché de mediciones: la biblioteca falló al leerla ({error}).</translation>
    </message>
    <message>
        <source>Timing cache: none is used, because the library failed on it ({error}).</source>
        <translation>Caché de mediciones: no se usa ninguna porque la biblioteca falló ({error}).</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}: {reason}</source>
        <translation>No hay memoria suficiente para generar el modelo optimizado de {model!r}: {reason}</translation>
    </message>
    <message>
        <source>{problem} for the model {model!r}: {reason}</source>
        <translation>{problem} (modelo {model!r}): {reason}</translation>
    </message>
    <message>
        <source>The log has everything that the library said.</source>
        <translation>El archivo de registro contiene todos los mensajes de la biblioteca.</translation>
    </message>
    <message>
        <source>{reason} (operator {operator})</source>
        <translation>{reason} (operador {operator})</translation>
    </message>
    <message>
        <source>Loading the engine on {gpu}</source>
        <translation>Cargando el modelo optimizado en {gpu}</translation>
    </message>
    <message>
        <source>The model {model!r} has a name that is not valid text: {name!r}.</source>
        <translation>El modelo {model!r} contiene un nombre que no es texto válido: {name!r}.</translation>
    </message>
    <message>
        <source>Timing cache refused: {reason}.</source>
        <translation>Caché de mediciones rechazada: {reason}.</translation>
    </message>
    <message>
        <source>The new timings could not be kept: {reason}.</source>
        <translation>No se han podido conservar las nuevas mediciones: {reason}.</translation>
    </message>
    <message>
        <source>The engine library cannot start: {reason}</source>
        <translation>La biblioteca de IA no se puede iniciar: {reason}</translation>
    </message>
    <message>
        <source>At least {needed_mib} MiB are needed.</source>
        <translation>Se necesitan al menos {needed_mib}&#xa0;MiB.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} does not load on {gpu}: {reason}</source>
        <translation>El modelo optimizado de {model!r} no se carga en {gpu}: {reason}</translation>
    </message>
    <message>
        <source>Check that the NVIDIA driver is installed and new enough for the library.</source>
        <translation>Compruebe que el controlador de NVIDIA está instalado y es lo bastante reciente para la biblioteca.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} cannot run on {gpu}: {reason}</source>
        <translation>El modelo optimizado de {model!r} no se puede ejecutar en {gpu}: {reason}</translation>
    </message>
    <message>
        <source>The engine library does not accept {setting} of the model {model!r}.</source>
        <translation>La biblioteca de IA no acepta {setting} del modelo {model!r}.</translation>
    </message>
    <message>
        <source>The model {model!r} does not say where its weights are.</source>
        <translation>El modelo {model!r} no indica dónde están sus pesos.</translation>
    </message>
    <message>
        <source>The model {model!r} has external weights that are too large.</source>
        <translation>Los pesos externos del modelo {model!r} son demasiado grandes.</translation>
    </message>
    <message>
        <source>a file name that is relative to the ONNX file</source>
        <translation>un nombre de archivo relativo al archivo ONNX</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>un número de bytes</translation>
    </message>
    <message>
        <source>The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.</source>
        <translation>El modelo {model!r} no puede tener las entradas y salidas que declara su archivo ONNX.</translation>
    </message>
    <message numerus="yes">
        <source>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</source>
        <translation>
            <numerusform>La entrada {inputs} tiene un valor predeterminado en el archivo ONNX. El modelo optimizado no tiene esa entrada y usa siempre ese valor.</numerusform>
            <numerusform>Las entradas {inputs} tienen valores predeterminados en el archivo ONNX. El modelo optimizado no tiene esas entradas y usa siempre esos valores.</numerusform>
        </translation>
    </message>
    <message>
        <source>{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have both under one name.</source>
        <translation>{tensor!r} es una entrada del modelo {model!r} y también una de sus salidas; un modelo optimizado no puede tener ambas con un mismo nombre.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: {reason}.</source>
        <translation>No se puede cargar {library}: {reason}.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: there is not enough memory.</source>
        <translation>No se puede cargar {library}: no hay suficiente memoria.</translation>
    </message>
    <message>
        <source>The library gave no reason.</source>
        <translation>La biblioteca no ha indicado el motivo.</translation>
    </message>
    <message>
        <source>a name has more than {number} bytes</source>
        <translation>un nombre tiene más de {number} bytes</translation>
    </message>
    <message>
        <source>{type}, which {library} does not take</source>
        <translation>{type}, que {library} no acepta</translation>
    </message>
    <message>
        <source>{operator} (node {node})</source>
        <translation>{operator} (nodo {node})</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.</source>
        <translation>{file} del modelo {model!r} no es un modelo ONNX válido; puede estar incompleto o dañado.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which app.toml does not list.</source>
        <translation>El modelo {model!r} guarda pesos en {file!r}, que no figura en app.toml.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which is missing from the app package.</source>
        <translation>El modelo {model!r} guarda pesos en {file!r}, que falta en el paquete de instalación.</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message>
        <source>The model {model!r} does not declare the shape of its input {inputs}.</source>
        <translation>El modelo {model!r} no declara la forma de su entrada {inputs}.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} was changed while the installation was running.</source>
        <translation>{file} del modelo {model!r} se modificó durante la instalación.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is empty.</source>
        <translation>{file} del modelo {model!r} está vacío.</translation>
    </message>
    <message>
        <source>graph or the external weights</source>
        <translation>grafo o los pesos externos</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>grafo</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} cannot be used: {reason}</source>
        <translation>No se puede usar el archivo ONNX del modelo {model!r}: {reason}</translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation>{nodes} y {count} más</translation>
    </message>
    <message>
        <source>The model {model!r} uses operators that the engine library does not support: {nodes}.</source>
        <translation>El modelo {model!r} usa operadores que la biblioteca de IA no admite: {nodes}.</translation>
    </message>
    <message>
        <source>{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.</source>
        <translation>{tensor!r} es {declared} en el archivo ONNX, pero {actual} en el modelo optimizado.</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} are too short: {file} has {size} bytes.</source>
        <translation>Los pesos externos del modelo {model!r} son demasiado cortos: {file} tiene {size} bytes.</translation>
    </message>
    <message>
        <source>{gpus} cannot run this engine, and no other can be built here</source>
        <translation>{gpus} no puede ejecutar este modelo optimizado, y aquí no se puede generar otro</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} in {file!r} do not fit.</source>
        <translation>Los pesos externos del modelo {model!r} en {file!r} no encajan.</translation>
    </message>
    <message>
        <source>The inputs and outputs that the ONNX file declares cannot be compared with the engine&apos;s.</source>
        <translation>Las entradas y salidas que declara el archivo ONNX no se pueden comparar con las del modelo optimizado.</translation>
    </message>
    <message>
        <source>quantized asymmetrically or as uint8</source>
        <translation>cuantizado de forma asimétrica o como uint8</translation>
    </message>
    <message>
        <source>uint8 is not supported inside a network</source>
        <translation>uint8 no se admite dentro de una red</translation>
    </message>
    <message>
        <source>arithmetic with quantized integers is not supported</source>
        <translation>la aritmética con enteros cuantizados no se admite</translation>
    </message>
    <message>
        <source>in training mode</source>
        <translation>en modo de entrenamiento</translation>
    </message>
    <message>
        <source>with more outputs than are supported</source>
        <translation>con más salidas de las admitidas</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not have this operator</source>
        <translation>TensorRT-RTX no tiene este operador</translation>
    </message>
    <message>
        <source>{library} cannot build the model {model!r}: {reasons}</source>
        <translation>{library} no puede generar el modelo {model!r}: {reasons}</translation>
    </message>
    <message>
        <source>the input {input!r}</source>
        <translation>la entrada {input!r}</translation>
    </message>
    <message>
        <source>the output {output!r}</source>
        <translation>la salida {output!r}</translation>
    </message>
    <message>
        <source>no node computes it</source>
        <translation>ningún nodo la calcula</translation>
    </message>
    <message>
        <source>{operator} (node {node}, inside {outer})</source>
        <translation>{operator} (nodo {node}, dentro de {outer})</translation>
    </message>
    <message>
        <source>{node} and {count} more of this kind</source>
        <translation>{node} y {count} más de este tipo</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}: {reason}</translation>
    </message>
    <message>
        <source>Scales and zero points of QuantizeLinear and DequantizeLinear must be constants</source>
        <translation>Las escalas y los puntos cero de QuantizeLinear y DequantizeLinear deben ser constantes</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.</source>
        <translation>{file} del modelo {model!r} no es un modelo ONNX ejecutable: no tiene salidas.</translation>
    </message>
    <message>
        <source>The model {model!r} in {file} has no inputs.</source>
        <translation>El modelo {model!r} de {file} no tiene entradas.</translation>
    </message>
    <message>
        <source>{count} dimensions, more than {library} takes</source>
        <translation>{count} dimensiones, más de las que admite {library}</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>no admitido</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>el modelo</translation>
    </message>
    <message>
        <source>the weights {tensor!r}</source>
        <translation>los pesos {tensor!r}</translation>
    </message>
    <message>
        <source>An AI feature could not be optimized for this PC.</source>
        <translation>No se ha podido optimizar una función de IA para este equipo.</translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation>Ese disco es de solo lectura.</translation>
    </message>
    <message>
        <source>The setup is not allowed to use enough memory for the AI features.</source>
        <translation>La instalación no puede usar memoria suficiente para las funciones de IA.</translation>
    </message>
    <message>
        <source>Close those programs, then try again.</source>
        <translation>Cierre esos programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Specify an index, a UUID or a PCI bus id of these, or &apos;all&apos;:{gpus}</source>
        <translation>Indique el índice, el UUID o el identificador de bus PCI de una de estas GPU, o «all»:{gpus}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again.</source>
        <translation>Compruebe la conexión de red y el proxy del sistema e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} is not that of a network: {reason}.</source>
        <translation>El archivo ONNX del modelo {model!r} no es el de una red: {reason}.</translation>
    </message>
    <message>
        <source>The function {function!r} of the model {model!r} calls itself.</source>
        <translation>La función {function!r} del modelo {model!r} se llama a sí misma.</translation>
    </message>
    <message>
        <source>its functions expand to more than {number} nodes</source>
        <translation>sus funciones se expanden a más de {number} nodos</translation>
    </message>
    <message>
        <source>a tensor has more than {number} dimensions</source>
        <translation>un tensor tiene más de {number} dimensiones</translation>
    </message>
    <message>
        <source>its parts lie more than {number} deep inside each other</source>
        <translation>sus partes están anidadas a más de {number} niveles</translation>
    </message>
    <message>
        <source>it has more than {number} parts</source>
        <translation>tiene más de {number} partes</translation>
    </message>
    <message>
        <source>their content does not fit their data type and shape</source>
        <translation>su contenido no corresponde a su tipo de datos ni a su forma</translation>
    </message>
    <message>
        <source>a node without an operator</source>
        <translation>un nodo sin operador</translation>
    </message>
    <message>
        <source>the weights {tensor!r} are a sparse tensor, which is not supported</source>
        <translation>los pesos {tensor!r} son un tensor disperso, lo cual no se admite</translation>
    </message>
    <message>
        <source>a loop without a condition</source>
        <translation>un bucle sin condición</translation>
    </message>
    <message>
        <source>app.toml does not fit the ONNX file of the model {model!r}.</source>
        <translation>app.toml no corresponde al archivo ONNX del modelo {model!r}.</translation>
    </message>
    <message>
        <source>they are not used</source>
        <translation>no se usan</translation>
    </message>
    <message>
        <source>they were set aside</source>
        <translation>se han apartado</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings ({reason}); {outcome}</source>
        <translation>las mediciones de este equipo ({reason}); {outcome}</translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation>{what} ({reason})</translation>
    </message>
    <message>
        <source>the library gave no reason</source>
        <translation>la biblioteca no ha indicado el motivo</translation>
    </message>
    <message>
        <source>all timing caches</source>
        <translation>todas las cachés de mediciones</translation>
    </message>
    <message>
        <source>the library does not let shipped timings be taken out</source>
        <translation>la biblioteca no permite excluir las mediciones incluidas</translation>
    </message>
    <message>
        <source>{file} was changed since it was checked</source>
        <translation>{file} se ha modificado desde que se comprobó</translation>
    </message>
    <message>
        <source>another build holds them for too long</source>
        <translation>otra generación los retiene demasiado tiempo</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings cannot be read ({error})</source>
        <translation>no se pueden leer las mediciones de este equipo ({error})</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation>no se puede leer {file} ({error})</translation>
    </message>
    <message>
        <source>they have grown too large, so they were removed</source>
        <translation>han crecido demasiado, por lo que se han eliminado</translation>
    </message>
    <message>
        <source>Weights are infinite or not numbers, and the engine&apos;s results may be as well: {weights}.</source>
        <translation>Hay pesos infinitos o que no son números, y los resultados del modelo optimizado pueden serlo también: {weights}.</translation>
    </message>
    <message>
        <source>Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: {weights}.</source>
        <translation>Hay pesos de tipo fp64 demasiado grandes para fp32, y el modelo optimizado tiene en su lugar el mayor número fp32: {weights}.</translation>
    </message>
    <message>
        <source>Weights are too large for fp16 and become infinite: {weights}.</source>
        <translation>Hay pesos demasiado grandes para fp16 que se vuelven infinitos: {weights}.</translation>
    </message>
    <message>
        <source>The engine library changed numbers that do not fit: {reason}</source>
        <translation>La biblioteca de IA cambió números que no caben: {reason}</translation>
    </message>
    <message>
        <source>{weight!r} ({count} of {total})</source>
        <translation>{weight!r} ({count} de {total})</translation>
    </message>
    <message>
        <source>timed while the GPU was in use by {programs}; a repair times it again</source>
        <translation>medido mientras {programs} usaba la GPU; una reparación posterior vuelve a medir</translation>
    </message>
    <message>
        <source>it is unknown whether the GPU was in use during the build: {reasons}</source>
        <translation>se desconoce si la GPU estaba en uso durante la generación: {reasons}</translation>
    </message>
    <message>
        <source>timed while the GPU was in use; a repair times it again</source>
        <translation>medido mientras la GPU estaba en uso; una reparación posterior vuelve a medir</translation>
    </message>
    <message>
        <source>{folder} is the folder that the application&apos;s files come from.</source>
        <translation>{folder} es la carpeta de origen de los archivos de la aplicación.</translation>
    </message>
    <message>
        <source>Version {version} replaces the newer version {installed}.</source>
        <translation>La versión {version} sustituye a la versión más reciente {installed}.</translation>
    </message>
    <message>
        <source>{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.</source>
        <translation>{installed} ({installed_id}) está instalado en {folder}; {name} ({id}) necesita su propia carpeta.</translation>
    </message>
    <message>
        <source>{app} has no feature {features}.</source>
        <translation>{app} no tiene ninguna función {features}.</translation>
    </message>
    <message>
        <source>Choose another folder, or uninstall the other application first.</source>
        <translation>Elija otra carpeta o desinstale antes la otra aplicación.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} is damaged: {reason}.</source>
        <translation>No hay nada que reparar: {file} está dañado: {reason}.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} does not exist.</source>
        <translation>No hay nada que reparar: {file} no existe.</translation>
    </message>
    <message>
        <source>Install the application instead.</source>
        <translation>Instale primero la aplicación.</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {problem}.</source>
        <translation>No se usa una de las cachés de mediciones que incluye la aplicación: {problem}.</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked against their hashes.</source>
        <translation>app.toml indica verify = false: no se han comprobado los hashes de los archivos de este paquete.</translation>
    </message>
    <message>
        <source>{file} is not as engine-installer installed it; it is kept as {name}.</source>
        <translation>{file} no está como lo instaló engine-installer; se conserva como {name}.</translation>
    </message>
    <message>
        <source>{file} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{file} pertenece a una versión anterior, pero se ha modificado después; se conserva.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</source>
        <translation>
            <numerusform>Falta {count} archivo de la aplicación, que solo puede restaurar el instalador de la aplicación: {files}.</numerusform>
            <numerusform>Faltan {count} archivos de la aplicación, que solo puede restaurar el instalador de la aplicación: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its features that can be left out: {features}.</source>
        <translation>Funciones que se pueden omitir: {features}.</translation>
    </message>
    <message>
        <source>It has no features that can be left out.</source>
        <translation>No tiene funciones que se puedan omitir.</translation>
    </message>
    <message>
        <source>No timing cache is used: {reason}.</source>
        <translation>No se usa ninguna caché de mediciones: {reason}.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the log.</source>
        <translation>Este usuario no tiene carpeta personal, por lo que no hay una ubicación predeterminada para el registro.</translation>
    </message>
    <message>
        <source>The log file {file} cannot be written: {reason}.</source>
        <translation>No se puede escribir el archivo de registro {file}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another file with --log.</source>
        <translation>Elija otro archivo con --log.</translation>
    </message>
    <message>
        <source>{what} installed in {folder}.</source>
        <translation>Se ha instalado en {folder}: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} engines</source>
        <translation>
            <numerusform>{count} modelo optimizado</numerusform>
            <numerusform>{count} modelos optimizados</numerusform>
        </translation>
    </message>
    <message>
        <source>The time limit was reached: {engines} installed, {left} not built yet.</source>
        <translation>Se ha alcanzado el límite de tiempo. Ya instalado: {engines}; pendiente de generar: {left}.</translation>
    </message>
    <message numerus="yes">
        <source>But {count} files of the application are missing: {files}.</source>
        <translation>
            <numerusform>Pero falta {count} archivo de la aplicación: {files}.</numerusform>
            <numerusform>Pero faltan {count} archivos de la aplicación: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features could not be set up, for several reasons.</source>
        <translation>
            <numerusform>No se ha podido configurar {count} función de IA, por varios motivos.</numerusform>
            <numerusform>No se han podido configurar {count} funciones de IA, por varios motivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>No timing was measured here</source>
        <translation>No se ha realizado ninguna medición en este equipo</translation>
    </message>
    <message>
        <source>{measured}; {served} of {models} took every timing from the cache.</source>
        <translation>{measured}; en {served} de {models}, todas las mediciones proceden de la caché.</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer.</source>
        <translation>Ejecute el instalador de la aplicación.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing.</source>
        <translation>
            <numerusform>Falta {count} archivo de la aplicación.</numerusform>
            <numerusform>Faltan {count} archivos de la aplicación.</numerusform>
        </translation>
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
        <translation>No se han podido generar {failed} de {wanted}:</translation>
    </message>
    <message>
        <source>{models}: {hint}</source>
        <translation>{models}: {hint}</translation>
    </message>
    <message numerus="yes">
        <source>{count} timings measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count} medición realizada en este equipo en {seconds:.1f} s</numerusform>
            <numerusform>{count} mediciones realizadas en este equipo en {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application</source>
        <translation>
            <numerusform>{count} archivo de la aplicación</numerusform>
            <numerusform>{count} archivos de la aplicación</numerusform>
        </translation>
    </message>
    <message>
        <source>No engine had to be built; {file} is current.</source>
        <translation>No era necesario generar ningún modelo optimizado; {file} está actualizado.</translation>
    </message>
    <message>
        <source>  - {engine}: {reason}</source>
        <translation>  - {engine}: {reason}</translation>
    </message>
    <message>
        <source>engine-installer hit an internal error: {kind}: {message}</source>
        <translation>Error interno de engine-installer: {kind}: {message}</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>No hay memoria suficiente para continuar.</translation>
    </message>
    <message>
        <source>There is nothing in {folder} that a shortcut could start.</source>
        <translation>En {folder} no hay nada que un acceso directo pueda iniciar.</translation>
    </message>
    <message>
        <source>not wanted on this computer now</source>
        <translation>ahora no se desea en este equipo</translation>
    </message>
    <message>
        <source>a removal was interrupted; uninstalling again completes it</source>
        <translation>se interrumpió una desinstalación; desinstalar de nuevo la completa</translation>
    </message>
    <message>
        <source>{file} is damaged and counts as missing: {reason}</source>
        <translation>{file} está dañado y se considera ausente: {reason}</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>falta {file}</translation>
    </message>
    <message>
        <source>the model is no longer in the app package</source>
        <translation>el modelo ya no está en el paquete de instalación</translation>
    </message>
    <message>
        <source>an installation was interrupted; installing again completes it</source>
        <translation>se interrumpió una instalación; instalar de nuevo la completa</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed</source>
        <translation>{file} se ha modificado después de la instalación</translation>
    </message>
    <message>
        <source>its GPU does not answer</source>
        <translation>su GPU no responde</translation>
    </message>
    <message>
        <source>{file} is missing; the application&apos;s own installer restores it</source>
        <translation>falta {file}; el instalador de la aplicación lo restaura</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} files from {folder}.</source>
        <translation>
            <numerusform>Se ha eliminado {count} archivo de {folder}.</numerusform>
            <numerusform>Se han eliminado {count} archivos de {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {folder}.</source>
        <translation>No hay nada que eliminar: engine-installer no ha instalado nada en {folder}.</translation>
    </message>
    <message>
        <source>Kept, because changed since they were installed: {files}.</source>
        <translation>Se conservan porque se modificaron desde la instalación: {files}.</translation>
    </message>
    <message>
        <source>Kept, because they were there before: {files}.</source>
        <translation>Se conservan porque ya existían: {files}.</translation>
    </message>
    <message>
        <source>Kept, because not installed by engine-installer: {files}.</source>
        <translation>Se conservan porque no los instaló engine-installer: {files}.</translation>
    </message>
    <message>
        <source>Empty folders that this user may not remove: {folders}.</source>
        <translation>Carpetas vacías que este usuario no puede eliminar: {folders}.</translation>
    </message>
    <message>
        <source>Choose the application&apos;s folder.</source>
        <translation>Elija la carpeta de la aplicación.</translation>
    </message>
    <message>
        <source>The removal from {folder} that was interrupted is complete.</source>
        <translation>Se ha completado la eliminación interrumpida de los archivos de {folder}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} y {count} más</translation>
    </message>
    <message>
        <source>of no data type</source>
        <translation>sin tipo de datos</translation>
    </message>
    <message>
        <source>These files are in use: {files}.</source>
        <translation>Estos archivos están en uso: {files}.</translation>
    </message>
    <message>
        <source>{file} was changed while it was being installed.</source>
        <translation>{file} se ha modificado durante la instalación.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged.</source>
        <translation>{file} no está como se empaquetó.</translation>
    </message>
    <message>
        <source>Download the installer again.</source>
        <translation>Descargue de nuevo el instalador.</translation>
    </message>
    <message>
        <source>Run this as administrator.</source>
        <translation>Ejecute este programa como administrador.</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {folder}; waiting until it has finished.</source>
        <translation>Otra instalación de engine-installer está usando {folder}; esperando a que termine.</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read {place}. If they use the application, an administrator must give them the right.</source>
        <translation>Otros usuarios de este equipo no pueden leer {place}. Si usan la aplicación, un administrador debe darles ese derecho.</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {reason}</source>
        <translation>No se ha modificado la lista de aplicaciones del sistema operativo: {reason}</translation>
    </message>
    <message>
        <source>The shortcut {file} was not changed: {reason}</source>
        <translation>No se ha modificado el acceso directo {file}: {reason}</translation>
    </message>
    <message>
        <source>A removal was interrupted; it is completed first.</source>
        <translation>Se interrumpió una desinstalación; primero se completa.</translation>
    </message>
    <message>
        <source>An installation was interrupted; it is completed first.</source>
        <translation>Se interrumpió una instalación; primero se completa.</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.</source>
        <translation>La biblioteca de IA no forma parte de este programa y sus archivos .whl no están en {folders}: {wheels}.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the target.</source>
        <translation>Este usuario no tiene carpeta personal, por lo que no hay un destino predeterminado.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Elija una carpeta.</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change, or run this without administrator rights.</source>
        <translation>Elija una carpeta que solo puedan modificar los administradores o ejecute el instalador sin derechos de administrador.</translation>
    </message>
    <message>
        <source>This program is not as it was packaged: {file} is missing.</source>
        <translation>Este programa no está completo: falta {file}.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged: it names {name}.</source>
        <translation>{file} no está como se empaquetó: menciona {name}.</translation>
    </message>
    <message>
        <source>it has another name elsewhere (a hard link)</source>
        <translation>tiene otro nombre en otro lugar (un enlace físico)</translation>
    </message>
    <message>
        <source>it belongs to another user, or others can write it</source>
        <translation>pertenece a otro usuario, u otros pueden escribir en él</translation>
    </message>
    <message>
        <source>Download the application&apos;s installer again.</source>
        <translation>Descargue de nuevo el instalador de la aplicación.</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer at {folder}.</source>
        <translation>El paquete de instalación de {app} ya no está en {folder}.</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>la aplicación</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer there.</source>
        <translation>El paquete de instalación de {app} ya no existe.</translation>
    </message>
    <message>
        <source>It is not known which app package was installed in {target}, so none is used with administrator rights.</source>
        <translation>No se sabe qué paquete de instalación se usó en {target}, así que no se usa ninguno con derechos de administrador.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not used with administrator rights: {reason}.</source>
        <translation>El paquete de instalación de {folder} no se usa con derechos de administrador: {reason}.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that was installed.</source>
        <translation>El paquete de instalación de {folder} no es el que se instaló.</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed.</source>
        <translation>{file} se modificó desde la instalación.</translation>
    </message>
    <message>
        <source>The receipt {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>El recibo {file} no está como lo escribió engine-installer: {fault}.</translation>
    </message>
    <message>
        <source>The program that all users would start for a repair is not safe: {reason}.</source>
        <translation>El programa que iniciarían todos los usuarios para una reparación no es seguro: {reason}.</translation>
    </message>
    <message>
        <source>Nothing is written to {folder} with administrator rights: {reason}.</source>
        <translation>No se escribe en {folder} con derechos de administrador: {reason}.</translation>
    </message>
    <message>
        <source>The records of the installation in this folder were changed or damaged.</source>
        <translation>La información sobre la instalación en esta carpeta se ha modificado o está dañada.</translation>
    </message>
    <message>
        <source>{entry} is there already, and engine-installer did not write it.</source>
        <translation>{entry} ya existe y engine-installer no lo escribió.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no menu to list the application in.</source>
        <translation>Este usuario no tiene carpeta personal, por lo que no hay ningún menú en el que incluir la aplicación.</translation>
    </message>
    <message>
        <source>Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder there.</source>
        <translation>No se escribe nada en {target}: {folder} es un enlace simbólico, pero engine-installer creó ahí una carpeta.</translation>
    </message>
    <message>
        <source>The folder {folder} lies on another volume than {target}.</source>
        <translation>La carpeta {folder} está en otro volumen que {target}.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what was prepared for it is gone.</source>
        <translation>No se puede instalar {file}: lo que se había preparado ya no está.</translation>
    </message>
    <message>
        <source>Someone has changed it. Put the folder back, or choose another folder.</source>
        <translation>Se ha modificado. Restablezca la carpeta o elija otra.</translation>
    </message>
    <message>
        <source>The journal {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>El diario {file} no está como lo escribió engine-installer: {fault}.</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one.</source>
        <translation>Haga que solo los administradores puedan modificar esa carpeta o elija otra.</translation>
    </message>
    <message>
        <source>Install into a folder whose parts are on one volume.</source>
        <translation>Instale en una carpeta cuyas partes estén en un solo volumen.</translation>
    </message>
    <message>
        <source>{folder} is a symbolic link, and nothing is changed behind it.</source>
        <translation>{folder} es un enlace simbólico, y no se modifica nada tras él.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again.</source>
        <translation>Se ha modificado o el disco está dañado. Elimine ese archivo y vuelva a ejecutar el instalador.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what the interrupted run had prepared for it is gone.</source>
        <translation>No se puede instalar {file}: lo que había preparado la ejecución interrumpida ya no está.</translation>
    </message>
    <message>
        <source>Delete {journal}, then run the installer again.</source>
        <translation>Elimine {journal} y vuelva a ejecutar el instalador.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
</context>
</TS>
