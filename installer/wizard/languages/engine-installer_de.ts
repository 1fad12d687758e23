<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ActionTexts</name>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Install anyway</source>
        <translation>Trotzdem installieren</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation>Optimieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Optimize again anyway…</source>
        <translation>Trotzdem erneut optimieren…</translation>
    </message>
    <message>
        <source>Improve now</source>
        <translation>Jetzt verbessern</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Trotzdem fortfahren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertigstellen</translation>
    </message>
    <message>
        <source>Improve later</source>
        <translation>Später verbessern</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Optionen…</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>Systemprüfung</translation>
    </message>
    <message>
        <source>license terms</source>
        <translation>Lizenzbedingungen</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Standardwerte wiederherstellen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Get the driver</source>
        <translation>Treiber herunterladen</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>Website öffnen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>CardsPicture</name>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Graphics card before: {0}. Now: {1}.</source>
        <translation>Grafikkarte vorher: {0}. Jetzt: {1}.</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Features</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Change features</source>
        <translation>Funktionen ändern</translation>
    </message>
    <message>
        <source>Choose the features to have on this PC.</source>
        <translation>Wählen Sie, welche Funktionen auf diesem PC vorhanden sein sollen.</translation>
    </message>
    <message>
        <source>Choose a feature to add or remove</source>
        <translation>Wählen Sie eine Funktion zum Hinzufügen oder Entfernen aus</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Add a shortcut to the desktop</source>
        <translation>Verknüpfung auf dem Desktop anlegen</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>Konnte nicht eingerichtet werden</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>Start {0} now</source>
        <translation>{0} jetzt starten</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>InstallerWindow</name>
    <message>
        <source>{0} Setup</source>
        <translation>Installation von {0}</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Installation</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License terms</source>
        <translation>Lizenzbedingungen</translation>
    </message>
    <message>
        <source>License terms of {0}</source>
        <translation>Lizenzbedingungen von {0}</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Check all files, and optimize the AI features again where needed</source>
        <translation>Alle Dateien prüfen und die KI-Funktionen bei Bedarf neu optimieren</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Add or remove features</source>
        <translation>Funktionen hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the application off this PC; your own files stay</source>
        <translation>Die Anwendung von diesem PC entfernen; Ihre eigenen Dateien bleiben erhalten</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Features</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Best speed</source>
        <translation>Beste Geschwindigkeit</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation>Optimierung</translation>
    </message>
    <message>
        <source>Prepare the AI features anyway</source>
        <translation>KI-Funktionen trotzdem vorbereiten</translation>
    </message>
    <message>
        <source>for use on another computer</source>
        <translation>zur Verwendung auf einem anderen Computer</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>KI-Funktionen</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur für mich</translation>
    </message>
    <message>
        <source>Everyone on this PC</source>
        <translation>Alle auf diesem PC</translation>
    </message>
    <message>
        <source>Install for</source>
        <translation>Installieren für</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>takes less time; AI features may run a little slower</source>
        <translation>geht schneller; KI-Funktionen laufen möglicherweise etwas langsamer</translation>
    </message>
    <message>
        <source>fastest, recommended</source>
        <translation>schnellste, empfohlen</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>{0} Speicher</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>takes longer</source>
        <translation>dauert länger</translation>
    </message>
    <message>
        <source>Give the full path of a folder, such as {0}.</source>
        <translation>Geben Sie den vollständigen Pfad eines Ordners an, zum Beispiel {0}.</translation>
    </message>
    <message>
        <source>{0} needed</source>
        <translation>{0} benötigt</translation>
    </message>
    <message>
        <source>{0} needed, {1} free on {2}</source>
        <translation>{0} benötigt, {1} frei auf {2}</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>The recommended settings suit most people.</source>
        <translation>Die empfohlenen Einstellungen passen für die meisten.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>Stop removing {0}?</source>
        <translation>Entfernen von {0} abbrechen?</translation>
    </message>
    <message>
        <source>Keep removing</source>
        <translation>Weiter entfernen</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet.</source>
        <translation>Auf diesem PC wurde noch nichts geändert.</translation>
    </message>
    <message>
        <source>Stop changing {0}?</source>
        <translation>Änderung von {0} abbrechen?</translation>
    </message>
    <message>
        <source>Stop repairing {0}?</source>
        <translation>Reparatur von {0} abbrechen?</translation>
    </message>
    <message>
        <source>Keep repairing</source>
        <translation>Weiter reparieren</translation>
    </message>
    <message>
        <source>{0} stays as it is. If you repair it later, the optimization starts over.</source>
        <translation>{0} bleibt, wie es ist. Wenn Sie es später reparieren, beginnt die Optimierung von vorn.</translation>
    </message>
    <message>
        <source>Your present version stays. If you update later, the optimization starts over.</source>
        <translation>Ihre jetzige Version bleibt erhalten. Wenn Sie später aktualisieren, beginnt die Optimierung von vorn.</translation>
    </message>
    <message>
        <source>Stop updating {0}?</source>
        <translation>Aktualisierung von {0} abbrechen?</translation>
    </message>
    <message>
        <source>Keep updating</source>
        <translation>Weiter aktualisieren</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet. If you install later, the optimization starts over.</source>
        <translation>Auf diesem PC wurde noch nichts geändert. Wenn Sie später installieren, beginnt die Optimierung von vorn.</translation>
    </message>
    <message>
        <source>Stop installing {0}?</source>
        <translation>Installation von {0} abbrechen?</translation>
    </message>
    <message>
        <source>Keep installing</source>
        <translation>Weiter installieren</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation>{0} verwendet</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Ein anderes Programm</translation>
    </message>
    <message>
        <source>{0} is using your graphics card</source>
        <translation>{0} verwendet Ihre Grafikkarte</translation>
    </message>
    <message>
        <source>The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: it goes on by itself.</source>
        <translation>Die KI-Funktionen werden am schnellsten, wenn während der Optimierung nichts anderes die Karte verwendet. Schließen Sie {0} oder warten Sie: Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>andere Programme</translation>
    </message>
    <message>
        <source>Waiting for {0}</source>
        <translation>Warten auf {0}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Downloading… {0} of {1}</source>
        <translation>Wird heruntergeladen… {0} von {1}</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Wird heruntergeladen…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>Wird optimiert…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>Konnte nicht eingerichtet werden</translation>
    </message>
    <message>
        <source>You can minimize this window. We will tell you when it is ready.</source>
        <translation>Sie können dieses Fenster minimieren. Wir sagen Ihnen Bescheid, wenn alles fertig ist.</translation>
    </message>
    <message>
        <source>Installing {0}</source>
        <translation>{0} wird installiert</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Changing {0}</source>
        <translation>{0} wird geändert</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Repairing {0}</source>
        <translation>{0} wird repariert</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation>{0} wird entfernt</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Updating {0}</source>
        <translation>{0} wird aktualisiert</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Waiting for your graphics card</source>
        <translation>Warten auf Ihre Grafikkarte</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Wird abgeschlossen</translation>
    </message>
    <message>
        <source>Your present version keeps working until the new one is ready.</source>
        <translation>Ihre jetzige Version funktioniert weiter, bis die neue bereit ist.</translation>
    </message>
    <message>
        <source>It is being finished and cannot be stopped any longer</source>
        <translation>Der Vorgang wird abgeschlossen und kann nicht mehr abgebrochen werden</translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation>Der Vorgang wird abgebrochen</translation>
    </message>
</context>
<context>
    <name>RemovePage</name>
    <message>
        <source>Also remove the log files</source>
        <translation>Auch die Protokolldateien entfernen</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>{0} entfernen?</translation>
    </message>
    <message>
        <source>Remove the application?</source>
        <translation>Anwendung entfernen?</translation>
    </message>
    <message>
        <source>The application and its AI features will be taken off this PC.</source>
        <translation>Die Anwendung und ihre KI-Funktionen werden von diesem PC entfernt.</translation>
    </message>
</context>
<context>
    <name>RoomMeter</name>
    <message>
        <source>{0} free</source>
        <translation>{0} frei</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>{0} fehlen</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Use of the graphics card, now {percent} percent</source>
        <translation>Auslastung der Grafikkarte, jetzt {percent} Prozent</translation>
    </message>
</context>
<context>
    <name>SystemCheckPage</name>
    <message>
        <source>needs {0}</source>
        <translation>benötigt {0}</translation>
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
        <translation>Ihr PC wird geprüft…</translation>
    </message>
    <message>
        <source>Your PC could not be checked.</source>
        <translation>Ihr PC konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>Systemprüfung</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>Ihr PC wird geprüft</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Setup</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I accept the license terms</source>
        <translation>Ich stimme den Lizenzbedingungen zu</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>Ihr PC wird geprüft…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Ein anderes Programm</translation>
    </message>
    <message>
        <source>{0} is using your graphics card; it may take longer.</source>
        <translation>{0} verwendet Ihre Grafikkarte; es kann länger dauern.</translation>
    </message>
    <message>
        <source>Update to {0}</source>
        <translation>Auf {0} aktualisieren</translation>
    </message>
    <message>
        <source>Install {0}</source>
        <translation>{0} installieren</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>Ihr PC wird geprüft</translation>
    </message>
    <message>
        <source>Accept the license terms first</source>
        <translation>Stimmen Sie zuerst den Lizenzbedingungen zu</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
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
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Engine library</source>
        <translation>KI-Bibliothek</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU-Speicher</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Write access</source>
        <translation>Schreibzugriff</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>Andere Installationen</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation>Der Vorgang wurde abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation>Das Zeitlimit wurde erreicht, bevor eine Engine fertig war. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation>Alles ist aktuell. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>wird gerade verwendet</translation>
    </message>
    <message>
        <source>is idle</source>
        <translation>ist frei</translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation>wird möglicherweise gerade verwendet</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>einem Programm eines anderen Benutzers</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>das Modell wurde geändert</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>es wurde noch keine Engine erstellt</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>vom Installationspaket vorgegeben</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>enthält dieses Modell nicht</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>die GPU</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>Compute Capability 7.5 (Turing) oder höher</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>Es ist keine KI-Bibliothek installiert: weder TensorRT-RTX noch TensorRT.</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver</source>
        <translation>Installieren Sie eine unterstützte GPU und deren Treiber</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>es ist keine vorhanden</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>Hitze</translation>
    </message>
    <message>
        <source>a hardware slowdown</source>
        <translation>eine Drosselung der Hardware</translation>
    </message>
    <message>
        <source>a limited power supply</source>
        <translation>eine begrenzte Stromversorgung</translation>
    </message>
    <message>
        <source>this computer runs on battery</source>
        <translation>dieser Computer läuft im Akkubetrieb</translation>
    </message>
    <message>
        <source>the driver does not tell how much it is used</source>
        <translation>der Treiber meldet die Auslastung nicht</translation>
    </message>
    <message>
        <source>the driver has stopped answering</source>
        <translation>der Treiber antwortet nicht mehr</translation>
    </message>
    <message>
        <source>The system may have run out of memory.</source>
        <translation>Möglicherweise reichte der Arbeitsspeicher nicht aus.</translation>
    </message>
    <message>
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>bei Optimierungsstufe 0 wird kein Timing-Cache berücksichtigt; die Stufen 1 und 2 sind ebenfalls schnell und berücksichtigen ihn</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>Engine wird geschrieben</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>Der Hersteller der Anwendung muss eines angeben; möglicherweise ist dieser Computer zu alt oder wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>Dieses Programm enthält kein Installationspaket.</translation>
    </message>
    <message>
        <source>neither TensorRT-RTX nor TensorRT is installed</source>
        <translation>Weder TensorRT-RTX noch TensorRT ist installiert</translation>
    </message>
    <message>
        <source>this computer has an NVIDIA GPU, but no NVIDIA driver is installed</source>
        <translation>dieser Computer hat eine NVIDIA-GPU, ein NVIDIA-Treiber ist jedoch nicht installiert</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>es ist kein NVIDIA-Treiber installiert</translation>
    </message>
    <message>
        <source>Install the driver for the GPU from nvidia.com or from the system&apos;s packages, then restart.</source>
        <translation>Installieren Sie den Treiber für die GPU von nvidia.com oder aus den Paketquellen des Systems und starten Sie dann den Computer neu.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found either; the engines need one to run.</source>
        <translation>Es wurde auch keine NVIDIA-GPU gefunden; ohne sie laufen die Engines nicht.</translation>
    </message>
    <message>
        <source>the NVIDIA driver is installed, but not running</source>
        <translation>der NVIDIA-Treiber ist installiert, läuft aber nicht</translation>
    </message>
    <message>
        <source>Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).</source>
        <translation>Starten Sie den Computer neu. Wenn das nicht hilft, installieren Sie den Treiber erneut (unter Linux hat Secure Boot möglicherweise ein nicht signiertes Kernelmodul abgelehnt).</translation>
    </message>
    <message>
        <source>the NVIDIA driver was updated, but the old one is still running</source>
        <translation>der NVIDIA-Treiber wurde aktualisiert, der alte läuft aber noch</translation>
    </message>
    <message>
        <source>Restart the computer.</source>
        <translation>Starten Sie den Computer neu.</translation>
    </message>
    <message>
        <source>this user may not use the NVIDIA driver</source>
        <translation>dieser Benutzer darf den NVIDIA-Treiber nicht verwenden</translation>
    </message>
    <message>
        <source>Run this as a user who may (on Linux: one who can read and write /dev/nvidia*).</source>
        <translation>Melden Sie sich als Benutzer an, der das darf (unter Linux: mit Lese- und Schreibzugriff auf /dev/nvidia*).</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>der NVIDIA-Treiber findet keine GPU</translation>
    </message>
    <message>
        <source>Check that the card is seated and powered and that no firmware setting has turned it off.</source>
        <translation>Überprüfen Sie, ob die Karte richtig eingesteckt ist, mit Strom versorgt wird und nicht in den Firmware-Einstellungen (BIOS/UEFI) deaktiviert ist.</translation>
    </message>
    <message>
        <source>there is an NVIDIA GPU, but it is not visible in this session</source>
        <translation>eine NVIDIA-GPU ist vorhanden, in dieser Sitzung aber nicht sichtbar</translation>
    </message>
    <message>
        <source>In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.</source>
        <translation>Stellen Sie die GPU im Container bereit (docker run --gpus all) oder melden Sie sich andernfalls als Benutzer an, der sie verwenden darf.</translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>Starten Sie den Computer neu. Wenn auch nvidia-smi hängen bleibt, installieren Sie den Treiber erneut.</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>Starten Sie den Computer neu. Wenn es wieder auftritt, überprüfen Sie Stromversorgung und Kühlung der Karte.</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>Führen Sie nvidia-smi aus, um die Meldung des Treibers zu sehen. Oft hilft es, den Treiber erneut zu installieren.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>Fragen Sie den Hersteller der Anwendung nach einem Installationspaket, das diese GPU unterstützt.</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>Verwenden Sie eine GPU mit mehr Speicher oder fragen Sie den Hersteller der Anwendung nach einem kleineren Modell.</translation>
    </message>
    <message>
        <source>Enlarge the swap space or page file, or build on a computer with more memory.</source>
        <translation>Vergrößern Sie die Auslagerungsdatei (unter Linux den Swap-Bereich) oder verwenden Sie einen Computer mit mehr Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Close other programs if the build fails.</source>
        <translation>Schließen Sie andere Programme, falls die Erstellung fehlschlägt.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Lesen von</translation>
    </message>
    <message>
        <source>write</source>
        <translation>Schreiben von</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>Schreiben in</translation>
    </message>
    <message>
        <source>write the engine</source>
        <translation>Schreiben der Engine</translation>
    </message>
    <message>
        <source>create</source>
        <translation>Erstellen von</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>Erstellen des Ordners</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>Ersetzen von</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>Entfernen von</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>Sichern von</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>Umbenennen von</translation>
    </message>
    <message>
        <source>register</source>
        <translation>Registrieren von</translation>
    </message>
    <message>
        <source>unregister</source>
        <translation>Aufheben der Registrierung von</translation>
    </message>
    <message>
        <source>look up the registration of</source>
        <translation>Abrufen der Registrierung von</translation>
    </message>
    <message>
        <source>Run as a user who may read it.</source>
        <translation>Melden Sie sich als Benutzer an, der hier lesen darf.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>die Anwendung liefert keinen mit</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>Eine Installation für alle Benutzer erfordert Administratorrechte.</translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation>KI-Bibliothek wird geladen</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Modell wird gelesen</translation>
    </message>
    <message>
        <source>There is no app package: {folder} does not exist.</source>
        <translation>Das Installationspaket fehlt: {folder} ist nicht vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>The app package is not valid: {count} problems in {file}.</source>
        <translation>
            <numerusform>Das Installationspaket ist ungültig: {count} Fehler in {file}.</numerusform>
            <numerusform>Das Installationspaket ist ungültig: {count} Fehler in {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no app package: {folder} is not a folder.</source>
        <translation>Das Installationspaket fehlt: {folder} ist kein Ordner.</translation>
    </message>
    <message>
        <source>There is no app package: {folder} has no {file}.</source>
        <translation>Das Installationspaket fehlt: {folder} enthält keine Datei {file}.</translation>
    </message>
    <message>
        <source>Start the installer again from the folder that holds {file}, or download it again.</source>
        <translation>Starten Sie das Installationsprogramm aus dem Ordner, der {file} enthält, oder laden Sie es erneut herunter.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a corrected package.</source>
        <translation>Bitten Sie den Hersteller der Anwendung um ein korrigiertes Installationspaket.</translation>
    </message>
    <message>
        <source>Install engine-installer with its extra &apos;tensorrt&apos; where NVIDIA&apos;s own package index can be reached.</source>
        <translation>Installieren Sie engine-installer mit dem Zusatz „tensorrt“ an einem Ort, von dem aus der Paketindex von NVIDIA erreichbar ist.</translation>
    </message>
    <message>
        <source>compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it</source>
        <translation>compute_capabilities: Eine klassische TensorRT-Engine wird immer für die GPU erstellt, auf der sie erstellt wird</translation>
    </message>
    <message>
        <source>Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</source>
        <translation>Installieren Sie sie mit: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)</source>
        <translation>Compute Capability 7.5, 8.0, 8.6, 8.9 sowie 12.0 oder höher (GeForce RTX 20 bis 50 und vergleichbare)</translation>
    </message>
    <message>
        <source>optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect</source>
        <translation>optimization_level (und heuristic): TensorRT-RTX wählt keine Taktiken, daher ohne Wirkung</translation>
    </message>
    <message>
        <source>hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities</source>
        <translation>hardware_compatibility: wird von TensorRT-RTX ignoriert; nennen Sie die GPUs mit compute_capabilities</translation>
    </message>
    <message>
        <source>version_compatible: TensorRT-RTX does not ship the lean runtime that it needs</source>
        <translation>version_compatible: TensorRT-RTX enthält die dafür nötige schlanke Laufzeit nicht</translation>
    </message>
    <message>
        <source>compute_capabilities {unknown}: TensorRT-RTX builds for {known} (leave the key out for all from 8.0 on, including newer GPUs)</source>
        <translation>compute_capabilities {unknown}: TensorRT-RTX erstellt für {known} (ohne diesen Schlüssel für alle ab 8.0, auch neuere GPUs)</translation>
    </message>
    <message>
        <source>{place} is not as it should be</source>
        <translation>{place} ist fehlerhaft</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} were measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count:,} wurde auf diesem Computer in {seconds:.1f} s gemessen</numerusform>
            <numerusform>{count:,} wurden auf diesem Computer in {seconds:.1f} s gemessen</numerusform>
        </translation>
    </message>
    <message>
        <source>every timing came from the cache</source>
        <translation>alle Messwerte stammen aus dem Cache</translation>
    </message>
    <message>
        <source>{hits:,} of {total:,} timings came from the cache</source>
        <translation>{hits:,} von {total:,} Messwerten stammen aus dem Cache</translation>
    </message>
    <message>
        <source>the cache had {count:,} timings before</source>
        <translation>der Cache enthielt vorher {count:,} Messwerte</translation>
    </message>
    <message>
        <source>none were measured here</source>
        <translation>auf diesem Computer keine gemessen</translation>
    </message>
    <message>
        <source>they could not be kept: {reason}</source>
        <translation>sie konnten nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>all {count:,} timings came from the cache</source>
        <translation>alle {count:,} Messwerte stammen aus dem Cache</translation>
    </message>
    <message>
        <source>no timing cache</source>
        <translation>kein Timing-Cache</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: {reason}.</source>
        <translation>Fehler beim {doing} {path}: {reason}.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: the disk is full.</source>
        <translation>Fehler beim {doing} {path}: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: access denied.</source>
        <translation>Fehler beim {doing} {path}: Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: another program is using it.</source>
        <translation>Fehler beim {doing} {path}: Ein anderes Programm greift gerade darauf zu.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: out of memory.</source>
        <translation>Fehler beim {doing} {path}: Nicht genügend Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one.</source>
        <translation>Überprüfen Sie den Datenträger oder wählen Sie einen Ordner auf einem anderen.</translation>
    </message>
    <message>
        <source>The path {path!r} has a character that no path may have.</source>
        <translation>Der Pfad {path!r} enthält ein unzulässiges Zeichen.</translation>
    </message>
    <message>
        <source>Free some space on that disk, or choose another folder.</source>
        <translation>Geben Sie auf diesem Datenträger Speicherplatz frei oder wählen Sie einen anderen Ordner und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The home folder in {path} is not known.</source>
        <translation>Der Benutzerordner in {path} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The path {path} is relative, but the current directory no longer exists.</source>
        <translation>Der Pfad {path} ist relativ, aber das aktuelle Verzeichnis ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of engine-installer (schema {schema}; this version knows {known}).</source>
        <translation>{file} wurde von einer neueren Version von engine-installer geschrieben (Schema {schema}; diese Version kennt {known}).</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>sie enthält kein JSON</translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation>Verwenden Sie diese Version.</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>die ganze Datei</translation>
    </message>
    <message>
        <source>{place} is wrong</source>
        <translation>{place} ist falsch</translation>
    </message>
    <message>
        <source>it is larger than {limit_mib} MiB</source>
        <translation>sie ist größer als {limit_mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>{setting} {value}, was {old}</source>
        <translation>{setting} {value}, vorher {old}</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}.</translation>
    </message>
    <message>
        <source>Engines for other computers can be built anyway.</source>
        <translation>Engines für andere Computer können trotzdem erstellt werden.</translation>
    </message>
    <message>
        <source>{library} {version} is installed</source>
        <translation>{library} {version} ist installiert</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.</source>
        <translation>Der Builder des Modells {model!r} wurde beendet, weil er {minutes} min lang nichts getan hatte.</translation>
    </message>
    <message>
        <source>It has crashed in the same way before, so the cause is this model: the engine library fails on it, for example because its network is too deep.</source>
        <translation>Er ist schon einmal auf dieselbe Weise abgestürzt, die Ursache ist also dieses Modell: Die KI-Bibliothek scheitert daran, zum Beispiel weil sein Netz zu tief ist.</translation>
    </message>
    <message>
        <source>Report it to the application&apos;s vendor; trying again does not help.</source>
        <translation>Melden Sie es dem Hersteller der Anwendung; ein neuer Versuch hilft nicht.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may take {limit_mib} MiB of memory.</source>
        <translation>Die Erstellung des Modells {model!r} wurde beendet, weil sie {used_mib} MiB belegt hatte und alle Erstellungen zusammen {limit_mib} MiB Arbeitsspeicher belegen dürfen.</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} MiB; it {verdict}.</source>
        <translation>{gpu} hat {free_mib} von {total_mib}&#xa0;MiB frei, das Modell {model!r} benötigt aber mindestens {needed_mib}&#xa0;MiB; die GPU {verdict}.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} crashed: {how}.</source>
        <translation>Die Erstellung für das Modell {model!r} ist abgestürzt: {how}.</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory, or the installation is damaged.</source>
        <translation>Möglicherweise hat ein Virenscanner den Start blockiert, dem System fehlt es an Arbeitsspeicher oder anderen Mitteln, oder die Installation ist beschädigt.</translation>
    </message>
    <message>
        <source>Use a computer with more memory. If that does not help, ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>Verwenden Sie einen Computer mit mehr Arbeitsspeicher. Hilft das nicht, wenden Sie sich an den Hersteller der Anwendung: Das Modell kann beschädigt sein.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} could not be started: {reason}</source>
        <translation>Die Erstellung für das Modell {model!r} konnte nicht gestartet werden: {reason}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}, so timing the kernels again would be no better.</source>
        <translation>{gpu} {verdict}; eine erneute Messung wäre daher nicht besser.</translation>
    </message>
    <message>
        <source>{model} for {gpu}</source>
        <translation>{model} für {gpu}</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked</source>
        <translation>in app.toml steht verify = false: Die Dateien dieses Pakets wurden nicht geprüft</translation>
    </message>
    <message>
        <source>every file has the hash that app.toml states</source>
        <translation>jede Datei hat den in app.toml angegebenen Hash</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>so gewählt</translation>
    </message>
    <message numerus="yes">
        <source>{count} models to build, {cores} cores; as far as free memory allows</source>
        <translation>
            <numerusform>zu erstellen: {count} Modell, Prozessorkerne: {cores}; soweit der freie Arbeitsspeicher reicht</numerusform>
            <numerusform>zu erstellen: {count} Modelle, Prozessorkerne: {cores}; soweit der freie Arbeitsspeicher reicht</numerusform>
        </translation>
    </message>
    <message>
        <source>three quarters of the system memory</source>
        <translation>drei Viertel des Arbeitsspeichers</translation>
    </message>
    <message>
        <source>{library} needs a GPU of {gpus}</source>
        <translation>{library} benötigt eine GPU mit {gpus}</translation>
    </message>
    <message>
        <source>{error} That may be because {problem}.</source>
        <translation>{error} Möglicher Grund – {problem}.</translation>
    </message>
    <message>
        <source>The model {model!r} needs a supported NVIDIA GPU, but {reason}.</source>
        <translation>Das Modell {model!r} benötigt eine unterstützte NVIDIA-GPU, aber {reason}.</translation>
    </message>
    <message>
        <source>kernels are timed on the GPU, and two builds at once would disturb each other</source>
        <translation>auf der GPU wird gemessen, und zwei Erstellungen zugleich würden einander stören</translation>
    </message>
    <message>
        <source>the largest model may need as much</source>
        <translation>so viel kann das größte Modell brauchen</translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation>{library} ist nicht installiert.</translation>
    </message>
    <message>
        <source>{library} cannot honour {setting}</source>
        <translation>{library} unterstützt diese Einstellung nicht: {setting}</translation>
    </message>
    <message>
        <source>Portable engines cannot be built here: {reasons}.</source>
        <translation>Portable Engines können hier nicht erstellt werden – {reasons}.</translation>
    </message>
    <message>
        <source>No engine library can build {model!r}: {reasons}.</source>
        <translation>Keine KI-Bibliothek kann {model!r} erstellen – {reasons}.</translation>
    </message>
    <message>
        <source>{library} supports {gpus}</source>
        <translation>{library} unterstützt {gpus}</translation>
    </message>
    <message>
        <source>{library} cannot honour what was asked for:
{settings}</source>
        <translation>{library} unterstützt nicht alles, was verlangt wurde:
{settings}</translation>
    </message>
    <message>
        <source>library default</source>
        <translation>Vorgabe der Bibliothek</translation>
    </message>
    <message>
        <source>{library} builds for the GPU that it runs on</source>
        <translation>{library} erstellt für die GPU, auf der es läuft</translation>
    </message>
    <message>
        <source>{capability} is newer than every GPU that can be named</source>
        <translation>{capability} ist neuer als alle GPUs, die genannt werden können</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines</source>
        <translation>{library} kann keine portablen Engines erstellen</translation>
    </message>
    <message>
        <source>engines that do not depend on it were asked for</source>
        <translation>ausdrücklich GPU-unabhängige Engines gewählt</translation>
    </message>
    <message>
        <source>{library} cannot honour these settings of the model {model!r}:
{settings}</source>
        <translation>{library} unterstützt diese Einstellungen des Modells {model!r} nicht:
{settings}</translation>
    </message>
    <message>
        <source>only {gpu} will run these engines</source>
        <translation>nur {gpu} kann diese Engines ausführen</translation>
    </message>
    <message>
        <source>the feature {feature!r} was not chosen</source>
        <translation>die Funktion {feature!r} wurde nicht gewählt</translation>
    </message>
    <message>
        <source>{library} is not installed</source>
        <translation>{library} ist nicht installiert</translation>
    </message>
    <message>
        <source>--gpu builds for a GPU of this computer, --portable and --for build without regard to any.</source>
        <translation>--gpu erstellt für eine GPU dieses Computers, --portable und --for unabhängig davon.</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines: it times kernels on the GPU of this machine.</source>
        <translation>{library} kann keine portablen Engines erstellen: Es misst auf der GPU dieses Computers.</translation>
    </message>
    <message>
        <source>the app package names them</source>
        <translation>vom Installationspaket genannt</translation>
    </message>
    <message>
        <source>finished by a run that was interrupted</source>
        <translation>von einem unterbrochenen Vorgang fertiggestellt</translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation>Lassen Sie eines davon weg.</translation>
    </message>
    <message>
        <source>Leave out --portable and --for, or use --backend tensorrt-rtx.</source>
        <translation>Lassen Sie --portable und --for weg oder verwenden Sie --backend tensorrt-rtx.</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>wie gewünscht</translation>
    </message>
    <message>
        <source>{problem:capital}, and these engines do not need one</source>
        <translation>{problem:capital}; für diese Engines wird auch keiner benötigt</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {reason}</source>
        <translation>Auf diesem Computer laufen diese Engines nicht – {reason}</translation>
    </message>
    <message>
        <source>{gpu}, compute capability {capability}, {mib} MiB</source>
        <translation>{gpu}, Compute Capability {capability}, {mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>{free_mib} of {total_mib} MiB free</source>
        <translation>{free_mib} von {total_mib}&#xa0;MiB frei</translation>
    </message>
    <message>
        <source>building {model!r} may need {needed_mib} MiB</source>
        <translation>die Erstellung für {model!r} benötigt möglicherweise {needed_mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Geben Sie Speicherplatz frei oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation>{folder} ist beschreibbar</translation>
    </message>
    <message>
        <source>NVIDIA driver {version}</source>
        <translation>NVIDIA-Treiber {version}</translation>
    </message>
    <message>
        <source>{gpu}: supported by {libraries}</source>
        <translation>{gpu}: unterstützt von {libraries}</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free</source>
        <translation>{gpu} hat {free_mib} von {total_mib}&#xa0;MiB frei</translation>
    </message>
    <message>
        <source>{model!r} needs at least {needed_mib} MiB</source>
        <translation>{model!r} benötigt mindestens {needed_mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>{free}; builds may take {limit_mib} MiB ({reason})</source>
        <translation>{free}; Erstellungen dürfen {limit_mib} MiB belegen ({reason})</translation>
    </message>
    <message>
        <source>Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.</source>
        <translation>Die Erstellung von {model!r} braucht bis zu {needed_mib} MiB, und Erstellungen dürfen {limit_mib} MiB Arbeitsspeicher belegen.</translation>
    </message>
    <message>
        <source>the free space on the volume of {folder} is unknown</source>
        <translation>Der freie Speicherplatz auf dem Datenträger von {folder} ist unbekannt</translation>
    </message>
    <message>
        <source>{free_mib} MiB free for {folder}</source>
        <translation>{free_mib}&#xa0;MiB frei für {folder}</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs about {needed_mib} MiB.</source>
        <translation>Auf dem Datenträger von {folder} ist nicht genügend Speicherplatz: {free_mib}&#xa0;MiB sind frei, die Installation benötigt etwa {needed_mib}&#xa0;MiB.</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about {needed_mib} MiB.</source>
        <translation>Auf dem Datenträger von {folder} ist nicht genügend Speicherplatz: {free_mib}&#xa0;MiB sind frei, die Engines benötigen etwa {needed_mib}&#xa0;MiB.</translation>
    </message>
    <message>
        <source>NVIDIA driver {version} (CUDA {cuda})</source>
        <translation>NVIDIA-Treiber {version} (CUDA {cuda})</translation>
    </message>
    <message>
        <source>Run the installation with a higher limit of memory.</source>
        <translation>Starten Sie die Installation mit einer höheren Speichergrenze.</translation>
    </message>
    <message>
        <source>no other run is using this target</source>
        <translation>keine andere Installation verwendet diesen Ordner</translation>
    </message>
    <message>
        <source>{count} problems prevent the installation:</source>
        <translation>{count} Probleme verhindern die Installation:</translation>
    </message>
    <message>
        <source>This computer has too little memory: {need}.</source>
        <translation>Dieser Computer hat nicht genügend Arbeitsspeicher: {need}.</translation>
    </message>
    <message>
        <source>The path {folder} cannot be spelled in this system&apos;s character set.</source>
        <translation>Der Pfad {folder} lässt sich im Zeichensatz dieses Systems nicht darstellen.</translation>
    </message>
    <message>
        <source>The container sets this limit: give it more memory.</source>
        <translation>Der Container setzt diese Grenze: Geben Sie ihm mehr Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The shell or the service that started this sets the limit: raise it (ulimit -v).</source>
        <translation>Die Shell oder der Dienst, der dieses Programm gestartet hat, setzt die Grenze: Erhöhen Sie sie (ulimit -v).</translation>
    </message>
    <message>
        <source>{gpu}: {reason}</source>
        <translation>{gpu}: {reason}</translation>
    </message>
    <message>
        <source>This program may use too little memory: {need}.</source>
        <translation>Dieses Programm darf zu wenig Arbeitsspeicher benutzen: {need}.</translation>
    </message>
    <message>
        <source>Choose a folder with another name.</source>
        <translation>Wählen Sie einen Ordner mit einem anderen Namen.</translation>
    </message>
    <message>
        <source>Building {model!r} hit an internal error: {error}</source>
        <translation>Beim Erstellen von {model!r} ist ein interner Fehler aufgetreten: {error}</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {problem}</source>
        <translation>die mitgelieferten sind nicht verwendbar: {problem}</translation>
    </message>
    <message>
        <source>it ended with exit status {status}</source>
        <translation>er endete mit Exitcode {status}</translation>
    </message>
    <message>
        <source>only {found} bytes of a {expected}-byte header</source>
        <translation>nur {found} Bytes eines Kopfs von {expected} Bytes</translation>
    </message>
    <message>
        <source>the mark of a TensorRT engine is missing</source>
        <translation>die Kennung einer TensorRT-Engine fehlt</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>leere Datei</translation>
    </message>
    <message>
        <source>the second mark of a TensorRT-RTX header is missing</source>
        <translation>die zweite Kennung eines TensorRT-RTX-Kopfs fehlt</translation>
    </message>
    <message>
        <source>unknown serialization version {version}</source>
        <translation>unbekannte Serialisierungsversion {version}</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {target}.</source>
        <translation>Eine andere Installation mit engine-installer verwendet gerade {target}.</translation>
    </message>
    <message>
        <source>it is an engine of {library}</source>
        <translation>es ist eine Engine von {library}</translation>
    </message>
    <message>
        <source>it was built by version {version}, not {expected}</source>
        <translation>sie wurde mit Version {version} erstellt, nicht mit {expected}</translation>
    </message>
    <message>
        <source>it runs on {targets}, not on {expected}</source>
        <translation>sie läuft auf {targets}, nicht auf {expected}</translation>
    </message>
    <message>
        <source>The engine {file!r} did not pass verification: {problem}.</source>
        <translation>Die Engine {file!r} hat die Überprüfung nicht bestanden: {problem}.</translation>
    </message>
    <message>
        <source>it has {actual} bytes, the writer counted {counted}, the header says {stated}</source>
        <translation>sie hat {actual} Bytes, gezählt wurden {counted}, im Kopf stehen {stated}</translation>
    </message>
    <message>
        <source>its content is not what the library delivered</source>
        <translation>ihr Inhalt ist nicht der von der Bibliothek gelieferte</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use by {programs}</source>
        <translation>{reason}, jedoch gemessen, während die GPU von {programs} verwendet wurde</translation>
    </message>
    <message>
        <source>built with {library}, but {wanted} must be used</source>
        <translation>mit {library} erstellt, zu verwenden ist jedoch {wanted}</translation>
    </message>
    <message>
        <source>the settings have changed: {changes}</source>
        <translation>die Einstellungen wurden geändert: {changes}</translation>
    </message>
    <message>
        <source>{library} has changed from {old} to {new}</source>
        <translation>{library} wurde von {old} auf {new} geändert</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, which engines survive</source>
        <translation>der Treiber wurde von {old} auf {new} geändert; die Engines bleiben gültig</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use</source>
        <translation>{reason}, jedoch gemessen, während die GPU verwendet wurde</translation>
    </message>
    <message>
        <source>compute capability {own}</source>
        <translation>Compute Capability {own}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a version that supports this graphics card.</source>
        <translation>Fragen Sie den Hersteller der Anwendung nach einer Version, die diese Grafikkarte unterstützt.</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Es ist etwas Unerwartetes passiert.</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>Der Vorgang wurde vor dem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly.</source>
        <translation>Ein Teil der Installation wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>An AI feature did not pass its final check.</source>
        <translation>Eine KI-Funktion hat die abschließende Prüfung nicht bestanden.</translation>
    </message>
    <message>
        <source>The setup could not be made.</source>
        <translation>Das Installationsprogramm konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>The setup took longer than it was allowed to.</source>
        <translation>Die Installation hat länger gedauert als erlaubt.</translation>
    </message>
    <message>
        <source>Another program is using your graphics card.</source>
        <translation>Ein anderes Programm verwendet Ihre Grafikkarte.</translation>
    </message>
    <message>
        <source>Nothing is installed here.</source>
        <translation>Hier ist nichts installiert.</translation>
    </message>
    <message>
        <source>This setup is incomplete or damaged. Download it again.</source>
        <translation>Dieses Installationsprogramm ist unvollständig oder beschädigt. Laden Sie es erneut herunter.</translation>
    </message>
    <message>
        <source>This application is already being set up in another window.</source>
        <translation>Diese Anwendung wird bereits in einem anderen Fenster installiert.</translation>
    </message>
    <message>
        <source>An AI feature has a fault that only its publisher can correct.</source>
        <translation>Eine KI-Funktion hat einen Fehler, den nur ihr Hersteller beheben kann.</translation>
    </message>
    <message>
        <source>The log file of the setup cannot be written.</source>
        <translation>Die Protokolldatei der Installation kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>It was stopped, because going on would not be safe.</source>
        <translation>Der Vorgang wurde abgebrochen, weil es nicht sicher wäre, ihn fortzusetzen.</translation>
    </message>
    <message>
        <source>The AI features cannot be set up on this PC.</source>
        <translation>Die KI-Funktionen können auf diesem PC nicht eingerichtet werden.</translation>
    </message>
    <message>
        <source>A part of the setup could not be downloaded. Check your internet connection.</source>
        <translation>Ein Teil der Installation konnte nicht heruntergeladen werden. Überprüfen Sie Ihre Internetverbindung.</translation>
    </message>
    <message>
        <source>The setup cannot go on with these settings.</source>
        <translation>Mit diesen Einstellungen kann die Installation nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>You are not allowed to write there.</source>
        <translation>Sie dürfen dort nichts speichern.</translation>
    </message>
    <message>
        <source>Your PC had too little free memory. Close other programs, then try again.</source>
        <translation>Ihr PC hatte zu wenig freien Arbeitsspeicher. Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Another program is using a file that must be replaced. Close it, then try again.</source>
        <translation>Ein anderes Programm verwendet eine Datei, die ersetzt werden muss. Schließen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The disk became full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Eine Datei konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>Versuchen Sie es erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation>Dieser Ordner kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>Eine Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Another program is using a file that is needed. Close it, then try again.</source>
        <translation>Ein anderes Programm verwendet eine Datei, die benötigt wird. Schließen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>You are not allowed to read a file that is needed.</source>
        <translation>Sie dürfen eine Datei nicht lesen, die benötigt wird.</translation>
    </message>
    <message>
        <source>You are not allowed to change what is installed there.</source>
        <translation>Sie dürfen nicht ändern, was dort installiert ist.</translation>
    </message>
    <message>
        <source>Close the program that uses it, then try again.</source>
        <translation>Schließen Sie das Programm, das sie verwendet, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Enter a full path.</source>
        <translation>Geben Sie einen vollständigen Pfad ein.</translation>
    </message>
    <message>
        <source>it has more than {count} entries</source>
        <translation>sie hat mehr als {count} Einträge</translation>
    </message>
    <message>
        <source>What is installed here is newer than this setup.</source>
        <translation>Was hier installiert ist, ist neuer als dieses Installationsprogramm.</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>sie ist gewachsen, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>sie ist ein Ordner</translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation>sie ist eine Pipe</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>sie ist ein Socket</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>sie ist ein Gerät</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>sie ist eine symbolische Verknüpfung</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>sie ist keine Datei</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for {feature}. Close other programs that use it, then try again.</source>
        <translation>Ihre Grafikkarte hat zu wenig freien Speicher für {feature}. Schließen Sie andere Programme, die sie verwenden, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for the AI features. Close other programs that use it, then try again.</source>
        <translation>Ihre Grafikkarte hat zu wenig freien Speicher für die KI-Funktionen. Schließen Sie andere Programme, die sie verwenden, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}</source>
        <translation>{library} kann {model!r} für {gpu} (Compute Capability {own}) nicht erstellen: {reason:part}</translation>
    </message>
    <message>
        <source>the model uses {data_type}, which needs compute capability {least} or newer</source>
        <translation>das Modell verwendet {data_type}, wofür Compute Capability {least} oder neuer nötig ist</translation>
    </message>
    <message>
        <source>It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.</source>
        <translation>Er wartete auf den Datenträger, die Grafikkarte oder sich selbst. Versuchen Sie es erneut; hilft das nicht, melden Sie den Fehler.</translation>
    </message>
    <message>
        <source>The log has the details: {file}</source>
        <translation>Die Details stehen im Protokoll: {file}</translation>
    </message>
    <message>
        <source>There is no log with the details.</source>
        <translation>Es gibt kein Protokoll mit den Details.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.</source>
        <translation>Die Erstellung des Modells {model!r} wurde beendet, weil sie {hours} h gedauert hatte, weit länger als erwartet.</translation>
    </message>
    <message>
        <source>Close other programs, then try again; if it crashes again, report it.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut. Tritt der Absturz wieder auf, melden Sie ihn.</translation>
    </message>
    <message>
        <source>An AI feature needed more memory than this PC can give it.</source>
        <translation>Eine KI-Funktion benötigte mehr Arbeitsspeicher, als dieser PC ihr geben kann.</translation>
    </message>
    <message>
        <source>A part of the setup stopped answering.</source>
        <translation>Ein Teil der Installation reagierte nicht mehr.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>Wenden Sie sich an den Hersteller der Anwendung: Das Modell kann beschädigt sein.</translation>
    </message>
    <message>
        <source>An AI feature took far longer than it should.</source>
        <translation>Eine KI-Funktion hat viel länger gebraucht als erwartet.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly, in the same way as before.</source>
        <translation>Ein Teil der Installation wurde wieder auf dieselbe Weise unerwartet beendet.</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card, then try again.</source>
        <translation>Schließen Sie andere Programme, die die Grafikkarte verwenden, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>A part of the setup could not be started.</source>
        <translation>Ein Teil der Installation konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly. Your PC may have run out of memory.</source>
        <translation>Ein Teil der Installation wurde unerwartet beendet. Möglicherweise reichte der Arbeitsspeicher Ihres PCs nicht aus.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for compute capability {targets}: {reason:part}.</source>
        <translation>{library} kann {model!r} für Compute Capability {targets} nicht erstellen: {reason:part}.</translation>
    </message>
    <message>
        <source>every engine is built again, as asked for</source>
        <translation>alle Engines werden wie gewünscht neu erstellt</translation>
    </message>
    <message>
        <source>one engine for every GPU of {capabilities}</source>
        <translation>eine Engine für alle GPUs der {capabilities}</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}</source>
        <translation>TensorRT-RTX unterstützt auf Turing-GPUs Folgendes nicht: {operation}; zuerst betrifft das: {node}</translation>
    </message>
    <message>
        <source>the node {node!r}</source>
        <translation>Knoten {node!r}</translation>
    </message>
    <message>
        <source>a matrix product in fp32</source>
        <translation>ein Matrixprodukt in fp32</translation>
    </message>
    <message>
        <source>a 3-D convolution in fp32</source>
        <translation>eine 3D-Faltung in fp32</translation>
    </message>
    <message>
        <source>a convolution in int8</source>
        <translation>eine Faltung in int8</translation>
    </message>
    <message>
        <source>an operation ({reason})</source>
        <translation>eine Operation ({reason})</translation>
    </message>
    <message>
        <source>the node that computes {tensor!r}</source>
        <translation>der Knoten, der {tensor!r} berechnet</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs</source>
        <translation>TensorRT-RTX unterstützt auf Turing-GPUs Folgendes nicht: {operation}</translation>
    </message>
    <message>
        <source>What was downloaded could not be verified, so it was not used.</source>
        <translation>Die heruntergeladenen Daten konnten nicht überprüft werden und wurden daher nicht verwendet.</translation>
    </message>
    <message>
        <source>Files are in use. Close {programs}, then try again.</source>
        <translation>Dateien werden gerade verwendet. Schließen Sie {programs} und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: it is in use by {programs}.</source>
        <translation>Fehler beim {doing} {path}: Wird gerade von {programs} verwendet.</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this version of the model</source>
        <translation>der Hersteller bietet für diese Version des Modells keine Engine an</translation>
    </message>
    <message>
        <source>it is not in the setup: {mb:.1f} MB to download</source>
        <translation>nicht im Installationsprogramm enthalten: {mb:.1f} MB sind herunterzuladen</translation>
    </message>
    <message>
        <source>The model {model!r} is neither in the setup nor among what can be downloaded.</source>
        <translation>Das Modell {model!r} ist weder im Installationsprogramm enthalten, noch kann es heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for it.</source>
        <translation>Fragen Sie den Hersteller der Anwendung danach.</translation>
    </message>
    <message>
        <source>The vendor has no AI feature ready for this PC.</source>
        <translation>Der Hersteller hat für diesen PC keine fertige KI-Funktion.</translation>
    </message>
    <message>
        <source>app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.</source>
        <translation>Laut app.toml hat {file} {stated} Bytes, der Hersteller liefert aber {found}.</translation>
    </message>
    <message>
        <source>{cores} cores; as far as free memory allows; downloads one by one</source>
        <translation>Prozessorkerne: {cores}; soweit der freie Arbeitsspeicher reicht; Downloads nacheinander</translation>
    </message>
    <message>
        <source>other GPUs get engines from other variants</source>
        <translation>andere GPUs erhalten Engines aus anderen Varianten</translation>
    </message>
    <message>
        <source>An AI feature gave wrong results on this PC.</source>
        <translation>Eine KI-Funktion hat auf diesem PC falsche Ergebnisse geliefert.</translation>
    </message>
    <message>
        <source>Checking the results on {gpu}</source>
        <translation>Ergebnisse werden auf {gpu} geprüft</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} is another one</source>
        <translation>das Plug-in {plugin!r} ist ein anderes</translation>
    </message>
    <message>
        <source>{way}: {reason:part}</source>
        <translation>{way}: {reason:part}</translation>
    </message>
    <message>
        <source>What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.</source>
        <translation>Was zu {model!r} gehört, liefert auf {gpu} falsche Ergebnisse, ganz gleich, wie es eingerichtet wird.</translation>
    </message>
    <message>
        <source>as downloaded</source>
        <translation>wie heruntergeladen</translation>
    </message>
    <message>
        <source>The engine that was there before stays.</source>
        <translation>Die bisherige Engine bleibt erhalten.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>its results were not checked yet</source>
        <translation>ihre Ergebnisse wurden noch nicht geprüft</translation>
    </message>
    <message>
        <source>the vendor has changed what its results are checked with</source>
        <translation>der Hersteller hat geändert, womit ihre Ergebnisse geprüft werden</translation>
    </message>
    <message>
        <source>its results were checked on {old}, but the GPU is now {new}</source>
        <translation>ihre Ergebnisse wurden auf {old} geprüft, die GPU ist jetzt aber {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, so its results are checked again</source>
        <translation>der Treiber wurde von {old} auf {new} geändert, daher werden ihre Ergebnisse erneut geprüft</translation>
    </message>
    <message>
        <source>without timings from elsewhere</source>
        <translation>ohne Messwerte von anderswo</translation>
    </message>
    <message>
        <source>as installed</source>
        <translation>wie installiert</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s newest driver, then try again; if that does not help, ask the application&apos;s vendor.</source>
        <translation>Installieren Sie den neuesten Treiber von NVIDIA und versuchen Sie es erneut; hilft das nicht, fragen Sie den Hersteller der Anwendung.</translation>
    </message>
    <message>
        <source>checked on {gpu}</source>
        <translation>auf {gpu} geprüft</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>es kam keine Antwort</translation>
    </message>
    <message>
        <source>with optimization level {level}</source>
        <translation>mit Optimierungsstufe {level}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>with {library}</source>
        <translation>mit {library}</translation>
    </message>
    <message>
        <source>from {file}, which is in fp32</source>
        <translation>aus {file} in fp32</translation>
    </message>
    <message>
        <source>What was there before stays.</source>
        <translation>Was vorher da war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>it crashed when it was tried: {how}</source>
        <translation>sie ist beim Ausprobieren abgestürzt: {how}</translation>
    </message>
    <message>
        <source>it did not come to an end when it was tried</source>
        <translation>sie kam beim Ausprobieren nicht zum Ende</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>with what the vendor knows to be right</source>
        <translation>anhand dessen, was laut Hersteller richtig ist</translation>
    </message>
    <message>
        <source>none was asked for</source>
        <translation>es wurde keine Prüfung verlangt</translation>
    </message>
    <message>
        <source>the app package asks for none</source>
        <translation>das Installationspaket verlangt keine Prüfung</translation>
    </message>
    <message>
        <source>no GPU of this computer can run it</source>
        <translation>keine GPU dieses Computers kann sie ausführen</translation>
    </message>
    <message>
        <source>An AI feature cannot be optimized for this kind of graphics card.</source>
        <translation>Eine KI-Funktion kann für diese Art von Grafikkarte nicht optimiert werden.</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>AI software</source>
        <translation>KI-Software</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>Grafikspeicher</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Other setups</source>
        <translation>Andere Installationen</translation>
    </message>
    <message>
        <source>{card}, {memory}</source>
        <translation>{card}, {memory}</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{free} von {total} frei</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>Prüfung nicht möglich</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>Neustart erforderlich</translation>
    </message>
    <message>
        <source>Not for this user</source>
        <translation>Nicht für diesen Benutzer</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card</source>
        <translation>Keine NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation>{version} oder neuer</translation>
    </message>
    <message>
        <source>Not included</source>
        <translation>Nicht enthalten</translation>
    </message>
    <message>
        <source>RTX {series} series or newer</source>
        <translation>RTX-{series}-Serie oder neuer</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht erforderlich</translation>
    </message>
    <message>
        <source>none is installed, and nothing is built here</source>
        <translation>keine ist installiert, und hier wird nichts erstellt</translation>
    </message>
    <message>
        <source>Your PC has too little memory for the AI features.</source>
        <translation>Ihr PC hat zu wenig Arbeitsspeicher für die KI-Funktionen.</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Enthalten</translation>
    </message>
    <message>
        <source>the engine library is not here, and nothing had to be built</source>
        <translation>die KI-Bibliothek ist hier nicht vorhanden, und es musste nichts erstellt werden</translation>
    </message>
    <message>
        <source>is built again {way}</source>
        <translation>wird {way} neu erstellt</translation>
    </message>
    <message>
        <source>is downloaded instead</source>
        <translation>wird stattdessen heruntergeladen</translation>
    </message>
    <message>
        <source>{engine} gives wrong results now and is set up again.</source>
        <translation>{engine} liefert jetzt falsche Ergebnisse und wird neu eingerichtet.</translation>
    </message>
    <message>
        <source>{engine} gave wrong results and is set up in another way.</source>
        <translation>{engine} hat falsche Ergebnisse geliefert und wird auf andere Weise eingerichtet.</translation>
    </message>
    <message>
        <source>is built here instead</source>
        <translation>wird stattdessen hier erstellt</translation>
    </message>
    <message>
        <source>is built again</source>
        <translation>wird neu erstellt</translation>
    </message>
    <message>
        <source>{engine} could not be downloaded and is built here instead: {reason}</source>
        <translation>{engine} konnte nicht heruntergeladen werden und wird stattdessen hier erstellt: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be built here and is downloaded instead: {reason}</source>
        <translation>{engine} konnte hier nicht erstellt werden und wird stattdessen heruntergeladen: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be set up in this way and is set up in another one.</source>
        <translation>{engine} konnte so nicht eingerichtet werden und wird auf andere Weise eingerichtet.</translation>
    </message>
    <message>
        <source>Report it with the log file.</source>
        <translation>Melden Sie den Fehler mit der Protokolldatei.</translation>
    </message>
    <message>
        <source>the app package has it built here</source>
        <translation>das Installationspaket gibt vor, sie hier zu erstellen</translation>
    </message>
    <message>
        <source>the app package has it downloaded</source>
        <translation>das Installationspaket gibt vor, sie herunterzuladen</translation>
    </message>
    <message>
        <source>the app package prefers downloads</source>
        <translation>das Installationspaket bevorzugt Downloads</translation>
    </message>
    <message>
        <source>the app package prefers building here</source>
        <translation>das Installationspaket bevorzugt die Erstellung auf diesem Computer</translation>
    </message>
    <message>
        <source>this takes less time</source>
        <translation>so geht es schneller</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s, after {mb:.0f} MB of the engine library</source>
        <translation>die Erstellung hier dauert etwa {seconds} s, nach dem Herunterladen der KI-Bibliothek ({mb:.0f} MB)</translation>
    </message>
    <message>
        <source>The engine of {model!r} cannot be downloaded: {reason}.</source>
        <translation>Die Engine von {model!r} kann nicht heruntergeladen werden: {reason}.</translation>
    </message>
    <message>
        <source>{offer}: {mb:.1f} MB, about {seconds} s</source>
        <translation>{offer}: {mb:.1f} MB, etwa {seconds} s</translation>
    </message>
    <message>
        <source>nothing can be downloaded now: {reason:part}</source>
        <translation>derzeit kann nichts heruntergeladen werden: {reason:part}</translation>
    </message>
    <message>
        <source>it cannot be built here: {reason:part}</source>
        <translation>sie kann hier nicht erstellt werden: {reason:part}</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s</source>
        <translation>die Erstellung hier dauert etwa {seconds} s</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for an engine for this computer.</source>
        <translation>Fragen Sie den Hersteller der Anwendung nach einer Engine für diesen Computer.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>Cannot be written to</source>
        <translation>Nicht beschreibbar</translation>
    </message>
    <message>
        <source>One is running</source>
        <translation>Eine läuft</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>Beschreibbar</translation>
    </message>
    <message>
        <source>None running</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>A folder with this name cannot be used on this PC.</source>
        <translation>Ein Ordner mit diesem Namen kann auf diesem PC nicht verwendet werden.</translation>
    </message>
    <message>
        <source>no variant is for compute capability {own}</source>
        <translation>keine Variante ist für Compute Capability {own}</translation>
    </message>
    <message>
        <source>compute capability {own} has {data_type}</source>
        <translation>Compute Capability {own} unterstützt {data_type}</translation>
    </message>
    <message>
        <source>it is for compute capability {named}</source>
        <translation>sie ist für Compute Capability {named}</translation>
    </message>
    <message>
        <source>exit status {status} without saying why</source>
        <translation>Exitcode {status} ohne Angabe des Grundes</translation>
    </message>
    <message>
        <source>different from what the vendor tested</source>
        <translation>anders als das, was der Hersteller getestet hat</translation>
    </message>
    <message>
        <source>not comparable with the vendor&apos;s engine: {reason}</source>
        <translation>nicht mit der Engine des Herstellers vergleichbar: {reason}</translation>
    </message>
    <message>
        <source>the engine library gives this model other bytes in some builds</source>
        <translation>die KI-Bibliothek liefert für dieses Modell nicht bei jeder Erstellung dieselben Bytes</translation>
    </message>
    <message>
        <source>this engine was not built at fixed addresses (reproducible = true in app.toml)</source>
        <translation>diese Engine wurde nicht an festen Adressen erstellt (reproducible = true in app.toml)</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about this version of the model</source>
        <translation>der Hersteller hat zu dieser Version des Modells nichts angegeben</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about engines of {library}</source>
        <translation>der Hersteller hat zu Engines von {library} nichts angegeben</translation>
    </message>
    <message>
        <source>the vendor tested this model with other settings</source>
        <translation>der Hersteller hat dieses Modell mit anderen Einstellungen getestet</translation>
    </message>
    <message>
        <source>it was built with {library} {version}, and the vendor tested {versions}</source>
        <translation>sie wurde mit {library} {version} erstellt, der Hersteller hat jedoch {versions} getestet</translation>
    </message>
    <message>
        <source>it was built on {system}, and the vendor tested on {systems}</source>
        <translation>sie wurde unter {system} erstellt, der Hersteller hat jedoch unter {systems} getestet</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about an engine for {targets}</source>
        <translation>der Hersteller hat zu einer Engine für {targets} nichts angegeben</translation>
    </message>
    <message>
        <source>identical to the engine that the vendor tested</source>
        <translation>identisch mit der Engine, die der Hersteller getestet hat</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Warten Sie, bis sie beendet ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the disk and report it with the log file.</source>
        <translation>Versuchen Sie es erneut. Wenn es wieder auftritt, überprüfen Sie den Datenträger und melden Sie den Fehler mit der Protokolldatei.</translation>
    </message>
    <message>
        <source>the variants have changed: built from {built_from}, not {needed}</source>
        <translation>die Varianten haben sich geändert; erstellt aus: {built_from}; benötigt: {needed}</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: built from {built_from}, but {needed} is for it</source>
        <translation>die GPU ist jetzt {gpu}; erstellt aus: {built_from}; dafür vorgesehen: {needed}</translation>
    </message>
    <message>
        <source>the variant {variant!r}</source>
        <translation>Variante {variant!r}</translation>
    </message>
    <message>
        <source>the model&apos;s own file</source>
        <translation>die eigene Datei des Modells</translation>
    </message>
    <message>
        <source>recorded for {built_for}, but the model cannot be built for {refused}</source>
        <translation>für {built_for} eingetragen, aber das Modell kann nicht für {refused} erstellt werden</translation>
    </message>
    <message>
        <source>built for {built_for}, but {needed} is needed</source>
        <translation>für {built_for} erstellt, benötigt wird jedoch {needed}</translation>
    </message>
    <message>
        <source>built for {built_for} with this library version</source>
        <translation>für {built_for} mit dieser Bibliotheksversion erstellt</translation>
    </message>
    <message>
        <source>{gpu} (compute capability {own})</source>
        <translation>{gpu} (Compute Capability {own})</translation>
    </message>
    <message>
        <source>compute capability {own} and newer</source>
        <translation>Compute Capability {own} und neuer</translation>
    </message>
    <message>
        <source>this version knows more settings</source>
        <translation>diese Version kennt weitere Einstellungen</translation>
    </message>
    <message>
        <source>the file {file} is missing</source>
        <translation>die Datei {file} fehlt</translation>
    </message>
    <message>
        <source>the file {file} is damaged</source>
        <translation>die Datei {file} ist beschädigt</translation>
    </message>
    <message>
        <source>it gives wrong results: {reason:part}</source>
        <translation>sie liefert falsche Ergebnisse: {reason:part}</translation>
    </message>
    <message>
        <source>built on {system}, but this is {this}</source>
        <translation>unter {system} erstellt, auf diesem Computer läuft jedoch {this}</translation>
    </message>
    <message>
        <source>the GPU has changed from {old} to {new}</source>
        <translation>die GPU ist nicht mehr {old}, sondern {new}</translation>
    </message>
    <message>
        <source>built for this GPU with this library version</source>
        <translation>für diese GPU mit dieser Bibliotheksversion erstellt</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: {reason}</source>
        <translation>die GPU ist jetzt {gpu}: {reason}</translation>
    </message>
    <message>
        <source>there is no supported GPU in this computer now</source>
        <translation>in diesem Computer befindet sich keine unterstützte GPU mehr</translation>
    </message>
    <message>
        <source>the vendor offers an engine that runs on every GPU from compute capability 8.0 on</source>
        <translation>der Hersteller bietet eine Engine an, die auf allen GPUs ab Compute Capability 8.0 läuft</translation>
    </message>
    <message>
        <source>the vendor offers an engine for every GPU of {capabilities}</source>
        <translation>der Hersteller bietet eine Engine für alle GPUs der {capabilities} an</translation>
    </message>
    <message>
        <source>the vendor offers engines for several versions, and which is needed is unknown here: {named}</source>
        <translation>der Hersteller bietet Engines für mehrere Versionen an, und welche benötigt wird, ist hier nicht bekannt: {named}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for exactly this model of GPU, {gpu}</source>
        <translation>der Hersteller bietet eine Engine für genau dieses GPU-Modell an, {gpu}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for compute capability {own}</source>
        <translation>der Hersteller bietet eine Engine für Compute Capability {own} an</translation>
    </message>
    <message>
        <source>the vendor offers no engine of {library} of this model</source>
        <translation>der Hersteller bietet für dieses Modell keine Engine von {library} an</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model that was built with these settings</source>
        <translation>der Hersteller bietet für dieses Modell keine Engine an, die mit diesen Einstellungen erstellt wurde</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {library} {version}, only for {versions}</source>
        <translation>der Hersteller bietet für dieses Modell keine Engine für {library} {version} an, nur für {versions}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {system} and CUDA {cuda}</source>
        <translation>der Hersteller bietet für dieses Modell keine Engine für {system} und CUDA {cuda} an</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {gpu} (compute capability {own})</source>
        <translation>der Hersteller bietet für dieses Modell keine Engine für {gpu} (Compute Capability {own}) an</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for every GPU that is asked for</source>
        <translation>der Hersteller bietet für dieses Modell keine Engine an, die für alle verlangten GPUs geeignet ist</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>dieses Computers</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again later or from another network; if that does not help, ask the publisher of the application.</source>
        <translation>Es wurde nichts davon verwendet. Versuchen Sie es später oder über ein anderes Netzwerk erneut; hilft das nicht, fragen Sie den Hersteller der Anwendung.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Copy the folder again from where it came.</source>
        <translation>Es wurde nichts davon verwendet. Kopieren Sie den Ordner erneut von der Stelle, von der er stammt.</translation>
    </message>
    <message>
        <source>What {place} delivers was refused: {reason}.</source>
        <translation>Was {place} liefert, wurde abgelehnt: {reason}.</translation>
    </message>
    <message>
        <source>A file that came with this setup could not be verified, so it was not used.</source>
        <translation>Eine Datei, die mit diesem Installationsprogramm geliefert wurde, konnte nicht überprüft werden und wurde daher nicht verwendet.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date: it is {today}. If that is right, ask the publisher of the application.</source>
        <translation>Überprüfen Sie das Datum dieses Computers: Es ist der {today}. Wenn das stimmt, fragen Sie den Hersteller der Anwendung.</translation>
    </message>
    <message>
        <source>There is nothing to install from at {place}.</source>
        <translation>Unter {place} gibt es nichts, von dem installiert werden kann.</translation>
    </message>
    <message>
        <source>{file} was changed: it is not what was signed</source>
        <translation>{file} wurde geändert: Die Datei ist nicht die, die signiert wurde</translation>
    </message>
    <message>
        <source>Nothing of it was used. What is older is accepted only after the application was uninstalled.</source>
        <translation>Es wurde nichts davon verwendet. Ältere Stände werden erst angenommen, nachdem die Anwendung deinstalliert wurde.</translation>
    </message>
    <message>
        <source>{file} was exchanged: it holds {other}</source>
        <translation>{file} wurde ausgetauscht: Die Datei enthält {other}</translation>
    </message>
    <message>
        <source>What is in {folder} expired at {date}: there may be something newer by now.</source>
        <translation>Was in {folder} liegt, ist seit {date} abgelaufen: Inzwischen gibt es möglicherweise etwas Neueres.</translation>
    </message>
    <message>
        <source>Use the folder that has the folders metadata and targets.</source>
        <translation>Verwenden Sie den Ordner, der die Ordner metadata und targets enthält.</translation>
    </message>
    <message>
        <source>it lists {file}, {fault}</source>
        <translation>die Liste nennt {file}, {fault}</translation>
    </message>
    <message>
        <source>The app package&apos;s list of keys is damaged, so nothing can be verified that is delivered.</source>
        <translation>Die Schlüsselliste des Installationspakets ist beschädigt, daher kann nichts überprüft werden, was geliefert wird.</translation>
    </message>
    <message>
        <source>Get the setup again from where it came from.</source>
        <translation>Besorgen Sie sich das Installationsprogramm erneut von der Stelle, von der es stammt.</translation>
    </message>
    <message>
        <source>it describes {file} as another file</source>
        <translation>die Liste beschreibt {file} als eine andere Datei</translation>
    </message>
    <message>
        <source>it describes {file} as {other}</source>
        <translation>die Liste beschreibt {file} als {other}</translation>
    </message>
    <message>
        <source>it lists {file}, which should be {path}</source>
        <translation>die Liste nennt {file}, was {path} sein müsste</translation>
    </message>
    <message>
        <source>it lists {file} without its SHA-256</source>
        <translation>die Liste nennt {file} ohne SHA-256-Wert</translation>
    </message>
    <message>
        <source>it describes {file} wrongly: {fault}</source>
        <translation>die Liste beschreibt {file} falsch: {fault}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again: what has come is kept.</source>
        <translation>Überprüfen Sie die Netzwerkverbindung und den Proxy des Systems und versuchen Sie es erneut: Was bereits angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{file} is not as it should be: {reason}</source>
        <translation>{file} ist nicht in Ordnung: {reason}</translation>
    </message>
    <message>
        <source>it is larger than the {size} bytes that were signed</source>
        <translation>sie ist größer als die signierten {size} Bytes</translation>
    </message>
    <message>
        <source>it has {found} bytes instead of {size}</source>
        <translation>sie hat {found} Bytes statt {size}</translation>
    </message>
    <message>
        <source>it is behind a link</source>
        <translation>sie liegt hinter einer Verknüpfung</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>sie fehlt</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>sie ist nicht signiert</translation>
    </message>
    <message>
        <source>it is signed with another key than the package names</source>
        <translation>sie ist mit einem anderen Schlüssel signiert als dem, den das Paket nennt</translation>
    </message>
    <message>
        <source>what is signed is no statement about engines</source>
        <translation>was signiert ist, ist keine Erklärung zu Engines</translation>
    </message>
    <message>
        <source>what is signed contradicts itself: it is not about all the engines that it describes</source>
        <translation>was signiert ist, widerspricht sich: Es gilt nicht für alle Engines, die darin beschrieben sind</translation>
    </message>
    <message>
        <source>its signature is wrong: it was changed after it was signed</source>
        <translation>ihre Signatur ist falsch: Sie wurde nach dem Signieren geändert</translation>
    </message>
    <message>
        <source>it is no signed statement</source>
        <translation>sie ist keine signierte Erklärung</translation>
    </message>
    <message>
        <source>{file} was valid until {date}</source>
        <translation>{file} war bis {date} gültig</translation>
    </message>
    <message>
        <source>it was confirmed as up to date only until {date}, so newer files may be held back</source>
        <translation>es ist nur bis {date} als aktuell bestätigt, daher werden möglicherweise neuere Dateien zurückgehalten</translation>
    </message>
    <message>
        <source>{file} is larger than it may be</source>
        <translation>{file} ist größer als zulässig</translation>
    </message>
    <message>
        <source>{file} is not the one that was signed: it was changed, or exchanged for another</source>
        <translation>{file} ist nicht die Datei, die signiert wurde: Sie wurde geändert oder gegen eine andere ausgetauscht</translation>
    </message>
    <message>
        <source>{file} has another version than it should have</source>
        <translation>{file} hat nicht die vorgesehene Version</translation>
    </message>
    <message>
        <source>{file} is damaged, or the server sends something else where it has no file</source>
        <translation>{file} ist beschädigt, oder der Server sendet etwas anderes, weil er die Datei nicht hat</translation>
    </message>
    <message>
        <source>{file} was not signed with the publisher&apos;s keys</source>
        <translation>{file} wurde nicht mit den Schlüsseln des Herstellers signiert</translation>
    </message>
    <message>
        <source>{file} does not fit the others</source>
        <translation>{file} passt nicht zu den anderen Dateien</translation>
    </message>
    <message>
        <source>{file} is older than what was here before: version {found} instead of {seen}</source>
        <translation>{file} ist älter als der vorherige Stand hier: Version {found} statt {seen}</translation>
    </message>
    <message>
        <source>{file} was changed after it was signed, or too few have signed it</source>
        <translation>{file} wurde nach dem Signieren geändert oder von zu wenigen signiert</translation>
    </message>
    <message>
        <source>{file} is missing, which belongs to it</source>
        <translation>{file} fehlt, gehört aber dazu</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent}&#xa0;% ausgelastet</translation>
    </message>
    <message>
        <source>{program} (process {pid}, {mib} MiB)</source>
        <translation>{program} (Prozess {pid}, {mib}&#xa0;MiB)</translation>
    </message>
    <message>
        <source>{percent} % used by others</source>
        <translation>{percent}&#xa0;% durch andere Programme ausgelastet</translation>
    </message>
    <message>
        <source>{percent} % used, but the driver does not tell whether by our own build or by another program</source>
        <translation>{percent}&#xa0;% ausgelastet; der Treiber meldet aber nicht, ob durch die eigene Erstellung oder durch ein anderes Programm</translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation>{program} (Prozess {pid})</translation>
    </message>
    <message>
        <source>{verdict} ({reasons})</source>
        <translation>{verdict} ({reasons})</translation>
    </message>
    <message>
        <source>slowed down by {cause}</source>
        <translation>verlangsamt durch {cause}</translation>
    </message>
    <message>
        <source>it was not watched yet</source>
        <translation>sie wurde noch nicht beobachtet</translation>
    </message>
    <message>
        <source>it was watched for {seconds:.1f} s only</source>
        <translation>sie wurde nur {seconds:.1f} s lang beobachtet</translation>
    </message>
    <message>
        <source>is in use by {programs}</source>
        <translation>wird gerade von {programs} verwendet</translation>
    </message>
    <message>
        <source>{gpu} {verdict}.</source>
        <translation>{gpu} {verdict}.</translation>
    </message>
    <message>
        <source>the driver does not answer: {error}</source>
        <translation>der Treiber antwortet nicht: {error}</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>Es wurde keine NVIDIA-Grafikkarte gefunden.</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features.</source>
        <translation>Ihre Grafikkarte ist zu alt für die KI-Funktionen.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics card.</source>
        <translation>Die KI-Funktionen können Ihre Grafikkarte nicht verwenden.</translation>
    </message>
    <message>
        <source>Your graphics driver is too old for the AI features.</source>
        <translation>Ihr Grafiktreiber ist zu alt für die KI-Funktionen.</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features.</source>
        <translation>Ihre Grafikkarte hat zu wenig Speicher für die KI-Funktionen.</translation>
    </message>
    <message>
        <source>{advice}, or build engines for other computers.</source>
        <translation>{advice}, oder erstellen Sie Engines für andere Computer.</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {bus}</source>
        <translation>die erste von mehreren gleichen GPUs, an PCI-Bus {bus}</translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation>{advice}.</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {own}</source>
        <translation>die einzige unterstützte GPU, Compute Capability {own}</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({cores} cores at up to {mhz} MHz; {second} has {second_cores} at up to {second_mhz} MHz)</source>
        <translation>die schnellste unterstützte GPU ({cores} Kerne mit bis zu {mhz}&#xa0;MHz; {second} hat {second_cores} mit bis zu {second_mhz}&#xa0;MHz)</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {own}; {second} has {second_own})</source>
        <translation>die neueste unterstützte GPU (Compute Capability {own}; {second} hat {second_own})</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)</source>
        <translation>die unterstützte GPU mit dem meisten Speicher ({mib}&#xa0;MiB; {second} hat {second_mib}&#xa0;MiB)</translation>
    </message>
    <message>
        <source>The GPU {gpu} cannot be used: {reason}.</source>
        <translation>Die GPU {gpu} kann nicht verwendet werden – {reason}.</translation>
    </message>
    <message>
        <source>{capability}, shared by {count} equal GPUs</source>
        <translation>{capability}, gemeinsam für {count} gleiche GPUs</translation>
    </message>
    <message>
        <source>{library} does not support {gpu} (compute capability {own}); it supports {supported}</source>
        <translation>{library} unterstützt {gpu} (Compute Capability {own}) nicht; unterstützt wird {supported}</translation>
    </message>
    <message>
        <source>the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}</source>
        <translation>das Installationspaket ist für GPUs mit Compute Capability {capabilities} bestimmt, {gpu} hat jedoch {own}</translation>
    </message>
    <message>
        <source>{gpu} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>{gpu} ist in MIG-Instanzen aufgeteilt, Engines werden jedoch nur für ganze GPUs erstellt</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA {needed_cuda}</source>
        <translation>der NVIDIA-Treiber ist zu alt: Er unterstützt CUDA nur bis {newest_cuda}, {library} benötigt jedoch CUDA {needed_cuda}</translation>
    </message>
    <message>
        <source>{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed</source>
        <translation>{gpu} hat {total_mib}&#xa0;MiB Speicher, benötigt werden jedoch mindestens {needed_mib}&#xa0;MiB</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for</source>
        <translation>alle verschiedenen GPUs wurden gewählt</translation>
    </message>
    <message>
        <source>--gpu {gpu} means several GPUs of this computer.</source>
        <translation>--gpu {gpu} trifft auf mehrere GPUs dieses Computers zu.</translation>
    </message>
    <message>
        <source>This computer has no GPU {gpu}.</source>
        <translation>Dieser Computer hat keine GPU {gpu}.</translation>
    </message>
    <message>
        <source>The chosen graphics card was not found.</source>
        <translation>Die gewählte Grafikkarte wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Turn MIG off (nvidia-smi -mig 0)</source>
        <translation>Schalten Sie MIG aus (nvidia-smi -mig 0)</translation>
    </message>
    <message>
        <source>Install driver {driver} or newer from nvidia.com.</source>
        <translation>Installieren Sie den Treiber {driver} oder neuer von nvidia.com.</translation>
    </message>
    <message>
        <source>Install a driver for CUDA {needed_cuda} from nvidia.com.</source>
        <translation>Installieren Sie einen Treiber für CUDA {needed_cuda} von nvidia.com.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Run &apos;engine-builder gpus&apos; to see why there is none.</source>
        <translation>Der Befehl „engine-builder gpus“ zeigt, warum keine vorhanden ist.</translation>
    </message>
    <message>
        <source>Your graphics driver does not answer. Restart your PC, then try again.</source>
        <translation>Ihr Grafiktreiber antwortet nicht. Starten Sie Ihren PC neu und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run &apos;wsl --update&apos; and &apos;wsl --shutdown&apos; in Windows, and open WSL again. WSL 1 has no GPU.</source>
        <translation>Unter WSL wird der NVIDIA-Treiber in Windows installiert, nie innerhalb von WSL: Installieren oder aktualisieren Sie ihn dort, führen Sie in Windows „wsl --update“ und „wsl --shutdown“ aus und öffnen Sie WSL erneut. WSL 1 hat keine GPU.</translation>
    </message>
    <message>
        <source>No driver is installed for an NVIDIA graphics card.</source>
        <translation>Es ist kein Treiber für eine NVIDIA-Grafikkarte installiert.</translation>
    </message>
    <message>
        <source>GPU {index}</source>
        <translation>GPU {index}</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {seconds:g} seconds</source>
        <translation>der NVIDIA-Treiber hat nicht innerhalb von {seconds:g} Sekunden geantwortet</translation>
    </message>
    <message>
        <source>You are not allowed to use the graphics card.</source>
        <translation>Sie dürfen die Grafikkarte nicht verwenden.</translation>
    </message>
    <message>
        <source>NVML cannot be read: {error}</source>
        <translation>NVML kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>Windows gives WSL no NVIDIA driver</source>
        <translation>Windows stellt WSL keinen NVIDIA-Treiber bereit</translation>
    </message>
    <message>
        <source>{gpu} has stopped answering</source>
        <translation>{gpu} antwortet nicht mehr</translation>
    </message>
    <message>
        <source>{gpu} cannot be read: {error}</source>
        <translation>{gpu} kann nicht abgefragt werden: {error}</translation>
    </message>
    <message>
        <source>the Python package nvidia-ml-py is not installed, so GPUs cannot be listed</source>
        <translation>das Python-Paket nvidia-ml-py ist nicht installiert, daher können keine GPUs ermittelt werden</translation>
    </message>
    <message>
        <source>Install engine-installer again; its package or environment is damaged.</source>
        <translation>Installieren Sie engine-installer erneut; sein Paket oder seine Umgebung ist beschädigt.</translation>
    </message>
    <message>
        <source>Your graphics driver is not running. Restart your PC, then try again.</source>
        <translation>Ihr Grafiktreiber läuft nicht. Starten Sie Ihren PC neu und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Your graphics driver was updated. Restart your PC, then try again.</source>
        <translation>Ihr Grafiktreiber wurde aktualisiert. Starten Sie Ihren PC neu und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Your graphics card has stopped answering. Restart your PC, then try again.</source>
        <translation>Ihre Grafikkarte antwortet nicht mehr. Starten Sie Ihren PC neu und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>this computer does not trust the server&apos;s certificate ({problem})</source>
        <translation>dieser Computer vertraut dem Zertifikat des Servers nicht ({problem})</translation>
    </message>
    <message>
        <source>A program on the network may open the connection. Ask whoever looks after this computer.</source>
        <translation>Möglicherweise öffnet ein Programm im Netzwerk die Verbindung. Fragen Sie die Person, die diesen Computer betreut.</translation>
    </message>
    <message>
        <source>{url} could not be downloaded: {reason}.</source>
        <translation>{url} konnte nicht heruntergeladen werden: {reason}.</translation>
    </message>
    <message>
        <source>only {received} of {size} bytes arrived</source>
        <translation>nur {received} von {size} Bytes sind angekommen</translation>
    </message>
    <message>
        <source>it leads to an address with {scheme!r} instead of https</source>
        <translation>die Adresse führt zu {scheme!r} statt zu https</translation>
    </message>
    <message>
        <source>it comes too slowly, with {received} of {size} bytes in {seconds} seconds</source>
        <translation>sie kommt zu langsam an, mit {received} von {size} Bytes in {seconds} Sekunden</translation>
    </message>
    <message>
        <source>Python {python} on {system}</source>
        <translation>Python {python} auf {system}</translation>
    </message>
    <message>
        <source>The wheel {file} is damaged, so it is not unpacked.</source>
        <translation>Die .whl-Datei {file} ist beschädigt und konnte nicht entpackt werden.</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {computer} of {distributions}.</source>
        <translation>app.toml nennt keine .whl-Datei für {computer} von {distributions}.</translation>
    </message>
    <message>
        <source>None of the wheels that app.toml names is an engine library: {libraries}.</source>
        <translation>Keine der .whl-Dateien in app.toml ist eine KI-Bibliothek: {libraries}.</translation>
    </message>
    <message>
        <source>The AI features cannot run on this kind of PC.</source>
        <translation>Die KI-Funktionen laufen auf dieser Art von PC nicht.</translation>
    </message>
    <message>
        <source>{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.</source>
        <translation>{file} ist nicht die .whl-Datei, die app.toml nennt: Der SHA-256-Wert ist {found}, nicht {expected}.</translation>
    </message>
    <message>
        <source>Download the file again from where it is published.</source>
        <translation>Laden Sie die Datei erneut von der Stelle herunter, an der sie veröffentlicht ist.</translation>
    </message>
    <message>
        <source>made on an {gpu}, as in this computer</source>
        <translation>erstellt auf einer {gpu} wie in diesem Computer</translation>
    </message>
    <message>
        <source>made on an {gpu} with the same compute capability {capability}; the catalogue has none of {own_gpu} itself for this build</source>
        <translation>erstellt auf einer {gpu} mit derselben Compute Capability {capability}; für {own_gpu} selbst enthält der Katalog keinen passenden</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {versions}, and {installed} is installed</source>
        <translation>die Caches sind für TensorRT {versions}, installiert ist jedoch {installed}</translation>
    </message>
    <message>
        <source>the caches are for CUDA {versions}, and the library is for CUDA {installed}</source>
        <translation>die Caches sind für CUDA {versions}, die Bibliothek jedoch für CUDA {installed}</translation>
    </message>
    <message>
        <source>the caches were made on {systems}, and this is {system}</source>
        <translation>die Caches wurden unter {systems} erstellt, auf diesem Computer läuft jedoch {system}</translation>
    </message>
    <message>
        <source>the caches are for compute capability {capabilities}, and {gpu} has {own}</source>
        <translation>die Caches sind für Compute Capability {capabilities}, {gpu} hat jedoch {own}</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {differences}</source>
        <translation>die Caches wurden mit anderen Einstellungen erstellt: {differences}</translation>
    </message>
    <message>
        <source>it covers this model only with other settings, such as other profiles</source>
        <translation>enthält dieses Modell nur mit anderen Einstellungen, etwa mit anderen Profilen</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(unbekannt)</translation>
    </message>
    <message>
        <source>its first line is not that of a timing cache of engine-installer</source>
        <translation>die erste Zeile ist nicht die eines Timing-Caches von engine-installer</translation>
    </message>
    <message>
        <source>it is for something else than its name says</source>
        <translation>der Inhalt passt nicht zum Namen</translation>
    </message>
    <message>
        <source>its content does not have the hash that its header states</source>
        <translation>der Inhalt stimmt nicht mit dem angegebenen Hash überein</translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation>der Kopf kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card or much memory, then try again.</source>
        <translation>Schließen Sie andere Programme, die die Grafikkarte oder viel Arbeitsspeicher verwenden, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics driver.</source>
        <translation>Die KI-Funktionen können Ihren Grafiktreiber nicht verwenden.</translation>
    </message>
    <message>
        <source>A part of the setup does not work on this PC.</source>
        <translation>Ein Teil der Installation funktioniert auf diesem PC nicht.</translation>
    </message>
    <message>
        <source>Try again when no other program writes to the installation files.</source>
        <translation>Versuchen Sie es erneut, wenn kein anderes Programm in die Installationsdateien schreibt.</translation>
    </message>
    <message>
        <source>A file of the setup was changed while it was being used.</source>
        <translation>Eine Datei der Installation wurde geändert, während sie verwendet wurde.</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights, and there is no way to ask for them here.</source>
        <translation>Eine Installation für alle Benutzer erfordert Administratorrechte, die hier nicht angefordert werden können.</translation>
    </message>
    <message>
        <source>The run with administrator rights ended without a result: {how}</source>
        <translation>Der Vorgang mit Administratorrechten endete ohne Ergebnis: {how}</translation>
    </message>
    <message>
        <source>Administrator rights were not given. Nothing was changed.</source>
        <translation>Es wurden keine Administratorrechte erteilt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Only an administrator can install for everyone on this PC.</source>
        <translation>Nur ein Administrator kann für alle auf diesem PC installieren.</translation>
    </message>
    <message>
        <source>Administrator rights were not given.</source>
        <translation>Es wurden keine Administratorrechte erteilt.</translation>
    </message>
    <message>
        <source>The files of the setup are in this folder.</source>
        <translation>In diesem Ordner liegen die Dateien der Installation.</translation>
    </message>
    <message>
        <source>{app} is installed in this folder, and two applications cannot share one.</source>
        <translation>{app} ist in diesem Ordner installiert, und zwei Anwendungen können sich keinen Ordner teilen.</translation>
    </message>
    <message>
        <source>What is installed here cannot be repaired. Install it again.</source>
        <translation>Was hier installiert ist, kann nicht repariert werden. Installieren Sie es erneut.</translation>
    </message>
    <message>
        <source>Specify a file with --log.</source>
        <translation>Geben Sie mit --log eine Datei an.</translation>
    </message>
    <message>
        <source>Try again to continue; nothing is done twice.</source>
        <translation>Versuchen Sie es erneut, um fortzufahren; nichts wird doppelt erledigt.</translation>
    </message>
    <message>
        <source>it is for other GPUs</source>
        <translation>sie ist für andere GPUs</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} log files.</source>
        <translation>
            <numerusform>{count} Protokolldatei wurde entfernt.</numerusform>
            <numerusform>{count} Protokolldateien wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>These files are in use by {programs}: {files}.</source>
        <translation>Diese Dateien werden gerade von {programs} verwendet: {files}.</translation>
    </message>
    <message>
        <source>Close the application, then try again.</source>
        <translation>Schließen Sie die Anwendung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Files of the application are in use. Close it, then try again.</source>
        <translation>Dateien der Anwendung werden gerade verwendet. Schließen Sie die Anwendung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>more than {limit_mib} MiB arrived</source>
        <translation>es sind mehr als {limit_mib} MiB angekommen</translation>
    </message>
    <message>
        <source>the server has {found} bytes, and {file} states {size}</source>
        <translation>der Server hat {found} Bytes, in {file} sind jedoch {size} angegeben</translation>
    </message>
    <message>
        <source>more than the {size} bytes arrived that {file} states</source>
        <translation>es sind mehr Bytes angekommen als die {size}, die in {file} angegeben sind</translation>
    </message>
    <message>
        <source>The engine gave no results within {seconds:.0f} seconds.</source>
        <translation>Die Engine hat innerhalb von {seconds:.0f} Sekunden keine Ergebnisse geliefert.</translation>
    </message>
    <message numerus="yes">
        <source>The results agree with {count} references.</source>
        <translation>
            <numerusform>Die Ergebnisse stimmen mit {count} Referenz überein.</numerusform>
            <numerusform>Die Ergebnisse stimmen mit {count} Referenzen überein.</numerusform>
        </translation>
    </message>
    <message>
        <source>The output {output!r} {fault}.</source>
        <translation>Der Ausgang {output!r} {fault}.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model!r} has no references.</source>
        <translation>Die Datei {file} des Modells {model!r} enthält keine Referenzen.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {reason}.</source>
        <translation>Die Ergebnisse können nicht geprüft werden: {reason}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no GPU of this PC runs it.</source>
        <translation>Die Ergebnisse können nicht geprüft werden: Keine GPU dieses PCs kann die Engine ausführen.</translation>
    </message>
    <message>
        <source>The engine {file} of the model {model!r} has changed.</source>
        <translation>Die Engine {file} des Modells {model!r} wurde geändert.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the GPU has not enough free memory ({reason:part}).</source>
        <translation>Die Ergebnisse können nicht geprüft werden: Die GPU hat nicht genug freien Speicher ({reason:part}).</translation>
    </message>
    <message>
        <source>The engine failed when it was run: {reason}</source>
        <translation>Beim Ausführen der Engine ist ein Fehler aufgetreten: {reason}</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.</source>
        <translation>Die Ergebnisse können nicht geprüft werden: Die Referenzen haben die Eingänge {given}, die Engine hat {wanted}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine takes {wanted}.</source>
        <translation>Die Ergebnisse können nicht geprüft werden: Der Eingang {tensor!r} der Referenzen ist {given}, die Engine erwartet {wanted}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no profile of the engine allows the references&apos; inputs ({shapes}).</source>
        <translation>Die Ergebnisse können nicht geprüft werden: Kein Profil der Engine lässt die Eingänge der Referenzen zu ({shapes}).</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {tensor!r} is not a plain array ({what}).</source>
        <translation>Die Ergebnisse können nicht geprüft werden: {tensor!r} ist kein einfaches Array ({what}).</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}</source>
        <translation>Das Plug-in {plugin!r} des Modells {model!r} kann mit {library} nicht geladen werden: {reason}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} has it, which this model does not name</source>
        <translation>das Plug-in {plugin!r} hat ihn, wird von diesem Modell aber nicht genannt</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.</source>
        <translation>Das Plug-in {plugin!r} hat den in app.toml angegebenen Operator {operators} nicht; vorhanden: {found}.</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} does not take it: {reason}</source>
        <translation>das Plug-in {plugin!r} nimmt ihn nicht an: {reason}</translation>
    </message>
    <message>
        <source>{app} has no feed, so --feed has nothing to be for.</source>
        <translation>{app} hat keinen Feed, daher ist --feed hier ohne Zweck.</translation>
    </message>
    <message>
        <source>The feed&apos;s statement about engines was refused: {reason}.</source>
        <translation>Die Erklärung des Feeds zu Engines wurde abgelehnt: {reason}.</translation>
    </message>
    <message>
        <source>A file was changed while it was being copied.</source>
        <translation>Eine Datei wurde geändert, während sie kopiert wurde.</translation>
    </message>
    <message>
        <source>its results are right on {gpu}</source>
        <translation>ihre Ergebnisse sind auf {gpu} richtig</translation>
    </message>
    <message>
        <source>{right}; other ways gave wrong results</source>
        <translation>{right}; auf andere Weise waren die Ergebnisse falsch</translation>
    </message>
    <message>
        <source>its results were not checked: {reason:part}</source>
        <translation>ihre Ergebnisse wurden nicht geprüft: {reason:part}</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation>{file} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>Features cannot be added or removed: {file} does not exist.</source>
        <translation>Funktionen können nicht hinzugefügt oder entfernt werden: {file} ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Repair the application first.</source>
        <translation>Reparieren Sie zuerst die Anwendung.</translation>
    </message>
    <message>
        <source>What is installed here has to be repaired first.</source>
        <translation>Was hier installiert ist, muss zuerst repariert werden.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that is installed.</source>
        <translation>Das Installationspaket in {folder} ist nicht das, das installiert ist.</translation>
    </message>
    <message>
        <source>The files that this needs are no longer there. Download the setup again.</source>
        <translation>Die Dateien, die hierfür benötigt werden, sind nicht mehr vorhanden. Laden Sie das Installationsprogramm erneut herunter.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor; nothing of it was used.</source>
        <translation>Fragen Sie den Hersteller der Anwendung; es wurde nichts davon verwendet.</translation>
    </message>
    <message>
        <source>Engines are built here, because none can be downloaded now: {reason}</source>
        <translation>Die Engines werden hier erstellt, weil derzeit keine heruntergeladen werden können: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} engines from {folder}.</source>
        <translation>
            <numerusform>{count} Engine wurde aus {folder} entfernt.</numerusform>
            <numerusform>{count} Engines wurden aus {folder} entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are different from those that the vendor tested.</source>
        <translation>
            <numerusform>{count} davon ist anders als die, die der Hersteller getestet hat.</numerusform>
            <numerusform>{count} davon sind anders als die, die der Hersteller getestet hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are identical to those that the vendor tested.</source>
        <translation>
            <numerusform>{count} davon ist identisch mit der, die der Hersteller getestet hat.</numerusform>
            <numerusform>{count} davon sind identisch mit denen, die der Hersteller getestet hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up is {difference}. It has passed every other check. Ask the application&apos;s vendor if it comes again after a repair.</source>
        <translation>Was eingerichtet wurde, ist {difference}. Alle anderen Prüfungen wurden bestanden. Fragen Sie den Hersteller der Anwendung, wenn diese Meldung nach einer Reparatur erneut erscheint.</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>von {place}</translation>
    </message>
    <message>
        <source>Try again to complete what has begun.</source>
        <translation>Versuchen Sie es erneut, um den begonnenen Vorgang abzuschließen.</translation>
    </message>
    <message>
        <source>Administrator rights are needed for this.</source>
        <translation>Dafür sind Administratorrechte erforderlich.</translation>
    </message>
    <message>
        <source>Copy the kit again, as a whole, from its source.</source>
        <translation>Kopieren Sie das Kit erneut und vollständig von seiner Quelle.</translation>
    </message>
    <message>
        <source>it is not in the kit {folder}, and nothing else is used</source>
        <translation>nicht im Kit {folder} enthalten, und anderes wird nicht verwendet</translation>
    </message>
    <message>
        <source>The kit {folder} is incomplete or damaged, so nothing was installed.</source>
        <translation>Das Kit {folder} ist unvollständig oder beschädigt, daher wurde nichts installiert.</translation>
    </message>
    <message>
        <source>{folder} is not a kit: its {file} cannot be read.</source>
        <translation>{folder} ist kein Kit: {file} darin kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Specify the folder that &apos;engine-builder kit&apos; has made, with everything in it.</source>
        <translation>Geben Sie den Ordner an, den „engine-builder kit“ erstellt hat, mit seinem gesamten Inhalt.</translation>
    </message>
    <message>
        <source>Others on this PC could change that folder, so it is not safe.</source>
        <translation>Andere auf diesem PC könnten diesen Ordner ändern, daher ist er nicht sicher.</translation>
    </message>
    <message>
        <source>Windows does not take the folder {folder}, because of {fault}.</source>
        <translation>Windows lässt den Ordner {folder} nicht zu: {fault}.</translation>
    </message>
    <message>
        <source>This user account has no folder of its own.</source>
        <translation>Dieses Benutzerkonto hat keinen eigenen Ordner.</translation>
    </message>
    <message>
        <source>A file cannot be written safely, because others on this PC could change it.</source>
        <translation>Eine Datei kann nicht sicher geschrieben werden, weil andere auf diesem PC sie ändern könnten.</translation>
    </message>
    <message>
        <source>The files that a repair needs were changed. Download the setup again.</source>
        <translation>Die Dateien, die für eine Reparatur benötigt werden, wurden geändert. Laden Sie das Installationsprogramm erneut herunter.</translation>
    </message>
    <message>
        <source>The files that a repair needs are no longer there. Download the setup again.</source>
        <translation>Die Dateien, die für eine Reparatur benötigt werden, sind nicht mehr vorhanden. Laden Sie das Installationsprogramm erneut herunter.</translation>
    </message>
    <message>
        <source>The app package of {app} {version} is no longer there: {folder} has version {found}.</source>
        <translation>Das Installationspaket von {app} {version} ist nicht mehr vorhanden: {folder} enthält Version {found}.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; files of the application that are already there are then kept under another name.</source>
        <translation>Die Datei wurde verändert, oder der Datenträger ist beschädigt. Löschen Sie sie und starten Sie das Installationsprogramm erneut; vorhandene Dateien der Anwendung bleiben dann unter anderem Namen erhalten.</translation>
    </message>
    <message>
        <source>Others on this PC could change the program that carries out repairs.</source>
        <translation>Andere auf diesem PC könnten das Programm ändern, das Reparaturen ausführt.</translation>
    </message>
    <message>
        <source>Another program is listed under the same name.</source>
        <translation>Ein anderes Programm ist unter demselben Namen eingetragen.</translation>
    </message>
    <message>
        <source>{path} is not a file, but a file of that name must be installed.</source>
        <translation>{path} ist keine Datei, dort muss aber eine Datei dieses Namens installiert werden.</translation>
    </message>
    <message>
        <source>Move or rename it, or choose another folder.</source>
        <translation>Verschieben Sie es, benennen Sie es um oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Something in this folder has the name of a file that must be installed.</source>
        <translation>In diesem Ordner gibt es bereits etwas mit dem Namen einer Datei, die installiert werden muss.</translation>
    </message>
    <message>
        <source>Parts of this folder are on different disks.</source>
        <translation>Teile dieses Ordners liegen auf verschiedenen Datenträgern.</translation>
    </message>
    <message>
        <source>A file that was prepared for the installation is gone.</source>
        <translation>Eine Datei, die für die Installation vorbereitet wurde, ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>Put a folder in its place, or choose another folder.</source>
        <translation>Ersetzen Sie sie durch einen Ordner oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Adds {features}</source>
        <translation>Fügt {features} hinzu</translation>
    </message>
    <message>
        <source>Removes {features}</source>
        <translation>Entfernt {features}</translation>
    </message>
    <message>
        <source>Does not work on this PC</source>
        <translation>Läuft auf diesem PC nicht</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card}.</source>
        <translation>Die KI-Funktionen sind für Ihre {card} optimiert.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed are still in its folder.</source>
        <translation>
            <numerusform>{count} Datei, die Sie geändert haben, ist noch im Ordner der Anwendung.</numerusform>
            <numerusform>{count} Dateien, die Sie geändert haben, sind noch im Ordner der Anwendung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {features}.</source>
        <translation>Hinzugefügt: {features}.</translation>
    </message>
    <message>
        <source>Removed: {features}.</source>
        <translation>Entfernt: {features}.</translation>
    </message>
    <message>
        <source>Optimized in another way, because the first one gave wrong results: {features}.</source>
        <translation>Auf andere Weise optimiert, weil die erste Optimierung falsche Ergebnisse geliefert hat: {features}.</translation>
    </message>
    <message>
        <source>The results of its AI features are right.</source>
        <translation>Die Ergebnisse der KI-Funktionen sind richtig.</translation>
    </message>
    <message>
        <source>Its AI features are ready.</source>
        <translation>Die KI-Funktionen sind bereit.</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card} again.</source>
        <translation>Die KI-Funktionen sind wieder für Ihre {card} optimiert.</translation>
    </message>
    <message>
        <source>{app} was removed</source>
        <translation>{app} wurde entfernt</translation>
    </message>
    <message>
        <source>It has been taken off this PC.</source>
        <translation>Es wurde von diesem PC entfernt.</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>{size} sind wieder frei.</translation>
    </message>
    <message>
        <source>{app} is ready</source>
        <translation>{app} ist bereit</translation>
    </message>
    <message>
        <source>{app} is installed</source>
        <translation>{app} ist installiert</translation>
    </message>
    <message>
        <source>Downloaded: {features} ({size}).</source>
        <translation>Heruntergeladen: {features} ({size}).</translation>
    </message>
    <message>
        <source>Optimized on this PC: {features}.</source>
        <translation>Auf diesem PC optimiert: {features}.</translation>
    </message>
    <message>
        <source>Optimized on this PC, because the download failed: {features}.</source>
        <translation>Auf diesem PC optimiert, weil der Download fehlgeschlagen ist: {features}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} graphics cards</source>
        <translation>
            <numerusform>{count} Grafikkarte</numerusform>
            <numerusform>{count} Grafikkarten</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} frei</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>may be a problem</source>
        <translation>möglicherweise ein Problem</translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation>muss geändert werden</translation>
    </message>
    <message>
        <source>See what is marked.</source>
        <translation>Beachten Sie die markierten Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features may run a little slower than they could.</source>
        <translation>
            <numerusform>{count} KI-Funktion könnte noch etwas schneller laufen.</numerusform>
            <numerusform>{count} KI-Funktionen könnten noch etwas schneller laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} herunterzuladen</translation>
    </message>
    <message>
        <source>AI features may run a little slower</source>
        <translation>KI-Funktionen laufen möglicherweise etwas langsamer</translation>
    </message>
    <message>
        <source>AI features will run at full speed</source>
        <translation>KI-Funktionen laufen mit voller Geschwindigkeit</translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <translation>{free} frei auf {volume}</translation>
    </message>
    <message>
        <source>Your PC has everything that is needed.</source>
        <translation>Ihr PC hat alles, was benötigt wird.</translation>
    </message>
    <message>
        <source>The AI features do not work on this PC.</source>
        <translation>Die KI-Funktionen laufen auf diesem PC nicht.</translation>
    </message>
    <message>
        <source>Some AI features do not work on this PC.</source>
        <translation>Einige KI-Funktionen laufen auf diesem PC nicht.</translation>
    </message>
    <message>
        <source>{programs} was using your graphics card</source>
        <translation>{programs} hat Ihre Grafikkarte verwendet</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card</source>
        <translation>Andere Programme haben Ihre Grafikkarte verwendet</translation>
    </message>
    <message>
        <source>The AI features</source>
        <translation>die KI-Funktionen</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.</source>
        <translation>Sie können {features} {time} beschleunigen: jetzt oder jederzeit unter Einstellungen › Apps › Ändern.</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time with Repair.</source>
        <translation>Sie können {features} {time} beschleunigen: jetzt oder jederzeit mit „Reparieren“.</translation>
    </message>
    <message>
        <source>If you add one, choose Modify in Settings › Apps.</source>
        <translation>Wenn Sie eine einbauen, wählen Sie danach unter Einstellungen › Apps die Option „Ändern“.</translation>
    </message>
    <message>
        <source>If you add one, start this setup again and choose Repair.</source>
        <translation>Wenn Sie eine einbauen, starten Sie danach dieses Installationsprogramm erneut und wählen Sie „Reparieren“.</translation>
    </message>
    <message>
        <source>When that has changed, choose Modify in Settings › Apps.</source>
        <translation>Wenn sich das geändert hat, wählen Sie unter Einstellungen › Apps die Option „Ändern“.</translation>
    </message>
    <message>
        <source>When that has changed, start this setup again and choose Repair.</source>
        <translation>Wenn sich das geändert hat, starten Sie dieses Installationsprogramm erneut und wählen Sie „Reparieren“.</translation>
    </message>
    <message>
        <source>You can keep using your PC</source>
        <translation>Sie können Ihren PC weiter nutzen</translation>
    </message>
    <message>
        <source>Nothing was changed on this PC.</source>
        <translation>Auf diesem PC wurde nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>{app} works; {count} AI features could not be set up.</source>
        <translation>
            <numerusform>{app} ist einsatzbereit; {count} KI-Funktion konnte nicht eingerichtet werden.</numerusform>
            <numerusform>{app} ist einsatzbereit; {count} KI-Funktionen konnten nicht eingerichtet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is done already. Try again to finish it.</source>
        <translation>Ein Teil ist bereits erledigt. Versuchen Sie es erneut, um den Rest abzuschließen.</translation>
    </message>
    <message>
        <source>Almost everything is ready</source>
        <translation>Fast alles ist bereit</translation>
    </message>
    <message>
        <source>Another setup of {app} is running</source>
        <translation>Eine andere Installation von {app} läuft</translation>
    </message>
    <message>
        <source>The installation was stopped</source>
        <translation>Die Installation wurde abgebrochen</translation>
    </message>
    <message>
        <source>The repair was stopped</source>
        <translation>Die Reparatur wurde abgebrochen</translation>
    </message>
    <message>
        <source>The removal was stopped</source>
        <translation>Die Deinstallation wurde abgebrochen</translation>
    </message>
    <message>
        <source>{app} is not ready yet</source>
        <translation>{app} ist noch nicht bereit</translation>
    </message>
    <message>
        <source>{app} is not repaired yet</source>
        <translation>{app} ist noch nicht repariert</translation>
    </message>
    <message>
        <source>{app} is not removed yet</source>
        <translation>{app} ist noch nicht entfernt</translation>
    </message>
    <message>
        <source>{app} was not installed completely</source>
        <translation>{app} wurde nicht vollständig installiert</translation>
    </message>
    <message>
        <source>{app} was not repaired completely</source>
        <translation>{app} wurde nicht vollständig repariert</translation>
    </message>
    <message>
        <source>{app} was not removed completely</source>
        <translation>{app} wurde nicht vollständig entfernt</translation>
    </message>
    <message>
        <source>{app} was not repaired</source>
        <translation>{app} wurde nicht repariert</translation>
    </message>
    <message>
        <source>{app} was not removed</source>
        <translation>{app} wurde nicht entfernt</translation>
    </message>
    <message>
        <source>What is finished stays.</source>
        <translation>Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>It must finish first.</source>
        <translation>Sie muss zuerst fertig werden.</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>Es gibt nichts zu entfernen.</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>Es gibt nichts zu reparieren.</translation>
    </message>
    <message>
        <source>{app} is not installed</source>
        <translation>{app} ist nicht installiert</translation>
    </message>
    <message>
        <source>{app} is not complete</source>
        <translation>{app} ist nicht vollständig</translation>
    </message>
    <message>
        <source>{app} was not updated</source>
        <translation>{app} wurde nicht aktualisiert</translation>
    </message>
    <message>
        <source>{app} was not installed</source>
        <translation>{app} wurde nicht installiert</translation>
    </message>
    <message>
        <source>this disk</source>
        <translation>diesem Datenträger</translation>
    </message>
    <message>
        <source>drive {letter}</source>
        <translation>Laufwerk {letter}</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>KI-Funktionen</translation>
    </message>
    <message>
        <source>Downloading the AI software: {received} of {size}</source>
        <translation>Die KI-Software wird heruntergeladen: {received} von {size}</translation>
    </message>
    <message>
        <source>Optimizing the AI features for your {card}</source>
        <translation>Die KI-Funktionen werden für Ihre {card} optimiert</translation>
    </message>
    <message>
        <source>Optimizing the AI features</source>
        <translation>Die KI-Funktionen werden optimiert</translation>
    </message>
    <message>
        <source>Finishing… this takes a few seconds and cannot be stopped</source>
        <translation>Noch einige Sekunden… das lässt sich nicht mehr abbrechen</translation>
    </message>
    <message>
        <source>Application files</source>
        <translation>Dateien der Anwendung</translation>
    </message>
    <message>
        <source>Removing files</source>
        <translation>Dateien werden entfernt</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>Dateien werden kopiert</translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours</source>
        <translation>
            <numerusform>Etwa {count} Stunde</numerusform>
            <numerusform>Etwa {count} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about {count} hours</source>
        <translation>
            <numerusform>in etwa {count} Stunde</numerusform>
            <numerusform>in etwa {count} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours left</source>
        <translation>
            <numerusform>Noch etwa {count} Stunde</numerusform>
            <numerusform>Noch etwa {count} Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>Weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes</source>
        <translation>
            <numerusform>Etwa {count} Minute</numerusform>
            <numerusform>Etwa {count} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>in about {count} minutes</source>
        <translation>
            <numerusform>in etwa {count} Minute</numerusform>
            <numerusform>in etwa {count} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left</source>
        <translation>
            <numerusform>Noch etwa {count} Minute</numerusform>
            <numerusform>Noch etwa {count} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, once your graphics card is free</source>
        <translation>{time}, sobald Ihre Grafikkarte frei ist</translation>
    </message>
    <message>
        <source>This is taking longer than expected. It is still working.</source>
        <translation>Es dauert länger als erwartet. Die Arbeit läuft noch.</translation>
    </message>
    <message>
        <source>A little longer than expected</source>
        <translation>Etwas länger als erwartet</translation>
    </message>
    <message>
        <source>{left} (estimate)</source>
        <translation>{left} (geschätzt)</translation>
    </message>
    <message>
        <source>{app} {version} is installed</source>
        <translation>{app} {version} ist installiert</translation>
    </message>
    <message>
        <source>{app} {version} has nothing to repair.</source>
        <translation>Bei {app} {version} gibt es nichts zu reparieren.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files checked just now</source>
        <translation>
            <numerusform>{count} Datei gerade geprüft</numerusform>
            <numerusform>{count} Dateien gerade geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ready} of {count} AI features ready</source>
        <translation>
            <numerusform>{ready} von {count} KI-Funktion bereit</numerusform>
            <numerusform>{ready} von {count} KI-Funktionen bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} of {all} installed</source>
        <translation>{ready} von {all} installiert</translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation>gibt {size} frei</translation>
    </message>
    <message>
        <source>No graphics card in this PC can be used</source>
        <translation>Keine Grafikkarte in diesem PC kann verwendet werden</translation>
    </message>
    <message>
        <source>{features} can be made faster: choose Repair.</source>
        <translation>Sie können {features} beschleunigen: Wählen Sie „Reparieren“.</translation>
    </message>
    <message>
        <source>The AI features can be made faster: choose Repair.</source>
        <translation>Die KI-Funktionen lassen sich beschleunigen: Wählen Sie „Reparieren“.</translation>
    </message>
    <message>
        <source>Optimize for {card}</source>
        <translation>Für {card} optimieren</translation>
    </message>
    <message>
        <source>Optimize the AI features again?</source>
        <translation>KI-Funktionen erneut optimieren?</translation>
    </message>
    <message>
        <source>Your graphics card changed</source>
        <translation>Ihre Grafikkarte hat sich geändert</translation>
    </message>
    <message>
        <source>The AI features can be made faster</source>
        <translation>Die KI-Funktionen lassen sich beschleunigen</translation>
    </message>
    <message>
        <source>{app} needs a repair</source>
        <translation>{app} muss repariert werden</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are optimized</source>
        <translation>
            <numerusform>{count} KI-Funktion wird optimiert</numerusform>
            <numerusform>{count} KI-Funktionen werden optimiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are restored</source>
        <translation>
            <numerusform>{count} Datei wird wiederhergestellt</numerusform>
            <numerusform>{count} Dateien werden wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is fine</source>
        <translation>Alles ist in Ordnung</translation>
    </message>
    <message>
        <source>There is nothing to repair</source>
        <translation>Es gibt nichts zu reparieren</translation>
    </message>
    <message>
        <source>AI features ready</source>
        <translation>KI-Funktionen bereit</translation>
    </message>
    <message>
        <source>{app} {version} is complete.</source>
        <translation>{app} {version} ist vollständig.</translation>
    </message>
    <message>
        <source>optimized for your graphics cards</source>
        <translation>für Ihre Grafikkarten optimiert</translation>
    </message>
    <message>
        <source>optimized for your {card}</source>
        <translation>für Ihre {card} optimiert</translation>
    </message>
    <message>
        <source>Frees {size} on {volume}</source>
        <translation>Gibt {size} auf {volume} frei</translation>
    </message>
    <message>
        <source>Frees {size}</source>
        <translation>Gibt {size} frei</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed stay</source>
        <translation>
            <numerusform>{count} von Ihnen geänderte Datei bleibt erhalten</numerusform>
            <numerusform>{count} von Ihnen geänderte Dateien bleiben erhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that were there before stay</source>
        <translation>
            <numerusform>{count} Datei, die vorher da war, bleibt erhalten</numerusform>
            <numerusform>{count} Dateien, die vorher da waren, bleiben erhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Without one, these do not work: {features}. If that changes, choose Repair.</source>
        <translation>Ohne Grafikkarte läuft nicht: {features}. Wenn sich das ändert, wählen Sie „Reparieren“.</translation>
    </message>
    <message>
        <source>The AI features do not work without one. If that changes, choose Repair.</source>
        <translation>Ohne Grafikkarte laufen die KI-Funktionen nicht. Wenn sich das ändert, wählen Sie „Reparieren“.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Missing or damaged</source>
        <translation>Fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>{app} was not changed completely</source>
        <translation>{app} wurde nicht vollständig geändert</translation>
    </message>
    <message>
        <source>{app} was not changed</source>
        <translation>{app} wurde nicht geändert</translation>
    </message>
    <message>
        <source>Checking the results</source>
        <translation>Die Ergebnisse werden geprüft</translation>
    </message>
    <message>
        <source>Downloading the AI features: {received} of {size}</source>
        <translation>Die KI-Funktionen werden heruntergeladen: {received} von {size}</translation>
    </message>
    <message>
        <source>A newer driver may help. With one, choose Repair.</source>
        <translation>Ein neuerer Treiber hilft möglicherweise. Wenn Sie einen installiert haben, wählen Sie „Reparieren“.</translation>
    </message>
    <message>
        <source>Choose Repair to check the results of the AI features again.</source>
        <translation>Wählen Sie „Reparieren“, um die Ergebnisse der KI-Funktionen erneut zu prüfen.</translation>
    </message>
    <message>
        <source>The AI features are to be checked</source>
        <translation>Die KI-Funktionen müssen geprüft werden</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are checked</source>
        <translation>
            <numerusform>{count} KI-Funktion wird geprüft</numerusform>
            <numerusform>{count} KI-Funktionen werden geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Some AI features give wrong results</source>
        <translation>Einige KI-Funktionen liefern falsche Ergebnisse</translation>
    </message>
    <message>
        <source>A new driver was installed</source>
        <translation>Ein neuer Treiber wurde installiert</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>To be optimized</source>
        <translation>Wird optimiert</translation>
    </message>
    <message>
        <source>Nothing of {app} needs a repair; this optimizes everything once more.</source>
        <translation>Bei {app} muss nichts repariert werden; hiermit wird alles noch einmal optimiert.</translation>
    </message>
    <message>
        <source>The AI features of {app} were not optimized for this card.</source>
        <translation>Die KI-Funktionen von {app} wurden nicht für diese Karte optimiert.</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card when they were optimized.</source>
        <translation>Andere Programme haben Ihre Grafikkarte verwendet, als sie optimiert wurden.</translation>
    </message>
    <message>
        <source>Their results have not been checked on this PC yet.</source>
        <translation>Ihre Ergebnisse wurden auf diesem PC noch nicht geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files are missing or damaged.</source>
        <translation>
            <numerusform>{count} Datei fehlt oder ist beschädigt.</numerusform>
            <numerusform>{count} Dateien fehlen oder sind beschädigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are missing or damaged.</source>
        <translation>
            <numerusform>{count} KI-Funktion fehlt oder ist beschädigt.</numerusform>
            <numerusform>{count} KI-Funktionen fehlen oder sind beschädigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features give wrong results.</source>
        <translation>
            <numerusform>{count} KI-Funktion liefert falsche Ergebnisse.</numerusform>
            <numerusform>{count} KI-Funktionen liefern falsche Ergebnisse.</numerusform>
        </translation>
    </message>
    <message>
        <source>The software that its AI features run on was updated.</source>
        <translation>Die Software, auf der die KI-Funktionen laufen, wurde aktualisiert.</translation>
    </message>
    <message>
        <source>Some AI features were made with other settings.</source>
        <translation>Einige KI-Funktionen wurden mit anderen Einstellungen erstellt.</translation>
    </message>
    <message>
        <source>A new driver was installed.</source>
        <translation>Ein neuer Treiber wurde installiert.</translation>
    </message>
    <message>
        <source>Not everything is as it was installed.</source>
        <translation>Nicht alles ist noch so, wie es installiert wurde.</translation>
    </message>
    <message>
        <source>Some files cannot be restored from here</source>
        <translation>Einige Dateien können von hier aus nicht wiederhergestellt werden</translation>
    </message>
    <message>
        <source>Start the setup program of {app} that you downloaded to restore them.</source>
        <translation>Starten Sie das heruntergeladene Installationsprogramm von {app}, um sie wiederherzustellen.</translation>
    </message>
    <message>
        <source>All files complete</source>
        <translation>Alle Dateien vollständig</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} Datei</numerusform>
            <numerusform>{count} Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own files stay</source>
        <translation>Ihre eigenen Dateien bleiben erhalten</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>The AI features of {app} were optimized for the old card.</source>
        <translation>Die KI-Funktionen von {app} wurden für die alte Karte optimiert.</translation>
    </message>
    <message>
        <source>{program} was using your graphics card when they were optimized.</source>
        <translation>{program} hat Ihre Grafikkarte verwendet, als sie optimiert wurden.</translation>
    </message>
    <message>
        <source>A new driver was installed, so their results are checked again.</source>
        <translation>Ein neuer Treiber wurde installiert, daher werden ihre Ergebnisse erneut geprüft.</translation>
    </message>
    <message>
        <source>One that gives wrong results is optimized again</source>
        <translation>Was falsche Ergebnisse liefert, wird neu optimiert</translation>
    </message>
    <message>
        <source>Your own files stay as they are</source>
        <translation>Ihre eigenen Dateien bleiben unverändert</translation>
    </message>
    <message>
        <source>Files and settings stay as they are</source>
        <translation>Dateien und Einstellungen bleiben unverändert</translation>
    </message>
    <message>
        <source>The AI features need version {version} or newer.</source>
        <translation>Die KI-Funktionen benötigen Version {version} oder neuer.</translation>
    </message>
    <message>
        <source>{app} needs {needed}, and {free} are free.</source>
        <translation>{app} benötigt {needed}, frei sind {free}.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Laden Sie es erneut herunter.</translation>
    </message>
    <message>
        <source>This setup cannot go on</source>
        <translation>Diese Installation kann nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>Your graphics card is too old for some AI features</source>
        <translation>Ihre Grafikkarte ist zu alt für einige KI-Funktionen</translation>
    </message>
    <message>
        <source>The AI features do not support your graphics card</source>
        <translation>Die KI-Funktionen unterstützen Ihre Grafikkarte nicht</translation>
    </message>
    <message>
        <source>It cannot find out which graphics card you have. {advice}</source>
        <translation>Es kann nicht feststellen, welche Grafikkarte Sie haben. {advice}</translation>
    </message>
    <message>
        <source>Until you restart this PC, the AI features will not work.</source>
        <translation>Die KI-Funktionen laufen erst, wenn Sie diesen PC neu gestartet haben.</translation>
    </message>
    <message>
        <source>The AI features need the newest driver.</source>
        <translation>Die KI-Funktionen benötigen den neuesten Treiber.</translation>
    </message>
    <message>
        <source>Too little graphics memory is free</source>
        <translation>Zu wenig Grafikspeicher ist frei</translation>
    </message>
    <message>
        <source>Restart this PC, then try again.</source>
        <translation>Starten Sie diesen PC neu und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{app} cannot be installed without one.</source>
        <translation>{app} kann ohne eine solche nicht installiert werden.</translation>
    </message>
    <message>
        <source>{app} needs a graphics card of the {series}.</source>
        <translation>{app} benötigt eine Grafikkarte der {series}.</translation>
    </message>
    <message>
        <source>{app} cannot be installed with this one.</source>
        <translation>{app} kann mit dieser nicht installiert werden.</translation>
    </message>
    <message>
        <source>Not enough room on {volume}</source>
        <translation>Nicht genug Platz auf {volume}</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>Nicht genug Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>Choose another folder, or free {missing}: this page notices by itself.</source>
        <translation>Wählen Sie einen anderen Ordner oder geben Sie {missing} frei: Diese Seite bemerkt es von selbst.</translation>
    </message>
    <message>
        <source>Free {missing}: this page notices by itself.</source>
        <translation>Geben Sie {missing} frei: Diese Seite bemerkt es von selbst.</translation>
    </message>
    <message>
        <source>{app} is already being set up</source>
        <translation>{app} wird bereits installiert</translation>
    </message>
    <message>
        <source>Another setup is running</source>
        <translation>Eine andere Installation läuft</translation>
    </message>
    <message>
        <source>The other window must finish first. This page goes on by itself.</source>
        <translation>Das andere Fenster muss zuerst fertig werden. Danach geht es hier von selbst weiter.</translation>
    </message>
    <message>
        <source>Download it again from {publisher}.</source>
        <translation>Laden Sie es erneut von {publisher} herunter.</translation>
    </message>
    <message>
        <source>Your PC is ready</source>
        <translation>Ihr PC ist bereit</translation>
    </message>
    <message>
        <source>This setup is incomplete</source>
        <translation>Dieses Installationsprogramm ist unvollständig</translation>
    </message>
    <message>
        <source>You can install, but {app} will not work on this PC.</source>
        <translation>Die Installation ist möglich, aber {app} wird auf diesem PC nicht laufen.</translation>
    </message>
    <message>
        <source>You can go on, but {app} will not work on this PC.</source>
        <translation>Sie können fortfahren, aber {app} wird auf diesem PC nicht laufen.</translation>
    </message>
    <message>
        <source>Close other programs that use your graphics card, then try again.</source>
        <translation>Schließen Sie andere Programme, die Ihre Grafikkarte verwenden, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>You can install, but some AI features will not work on this PC. Everything else will.</source>
        <translation>Die Installation ist möglich, aber einige KI-Funktionen werden auf diesem PC nicht laufen. Alles andere schon.</translation>
    </message>
    <message>
        <source>You can go on, but some AI features will not work on this PC. Everything else will.</source>
        <translation>Sie können fortfahren, aber einige KI-Funktionen werden auf diesem PC nicht laufen. Alles andere schon.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card found</source>
        <translation>Keine NVIDIA-Grafikkarte gefunden</translation>
    </message>
    <message>
        <source>Your graphics card has no driver</source>
        <translation>Ihre Grafikkarte hat keinen Treiber</translation>
    </message>
    <message>
        <source>Your graphics card does not respond</source>
        <translation>Ihre Grafikkarte antwortet nicht</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used by this account</source>
        <translation>Ihre Grafikkarte kann von diesem Konto nicht verwendet werden</translation>
    </message>
    <message>
        <source>Your graphics driver is too old</source>
        <translation>Ihr Grafiktreiber ist zu alt</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features</source>
        <translation>Ihre Grafikkarte ist zu alt für die KI-Funktionen</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features</source>
        <translation>Ihre Grafikkarte hat zu wenig Speicher für die KI-Funktionen</translation>
    </message>
    <message>
        <source>{app} cannot be installed on this PC</source>
        <translation>{app} kann auf diesem PC nicht installiert werden</translation>
    </message>
    <message>
        <source>You can install, but the AI features will not work on this PC. Everything else will.</source>
        <translation>Die Installation ist möglich, aber die KI-Funktionen werden auf diesem PC nicht laufen. Alles andere schon.</translation>
    </message>
    <message>
        <source>You can go on, but the AI features will not work on this PC. Everything else will.</source>
        <translation>Sie können fortfahren, aber die KI-Funktionen werden auf diesem PC nicht laufen. Alles andere schon.</translation>
    </message>
    <message>
        <source>You can install; everything else will work.</source>
        <translation>Die Installation ist möglich; alles andere wird funktionieren.</translation>
    </message>
    <message>
        <source>You can go on; everything else will work.</source>
        <translation>Sie können fortfahren; alles andere wird funktionieren.</translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation>Dieser Ordner kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Nicht genug Speicher</translation>
    </message>
    <message>
        <source>They need {needed}.</source>
        <translation>Sie benötigen {needed}.</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus, um die Engine für das Modell {model!r} zu erstellen.</translation>
    </message>
    <message>
        <source>Building the model {model!r} hit an internal error of engine-installer.</source>
        <translation>Beim Erstellen der Engine für das Modell {model!r} ist ein interner Fehler in engine-installer aufgetreten.</translation>
    </message>
    <message>
        <source>The workspace is too small</source>
        <translation>Der Arbeitsbereich (workspace) ist zu klein</translation>
    </message>
    <message>
        <source>Dimensions that share a name differ</source>
        <translation>Gleichnamige Dimensionen sind verschieden</translation>
    </message>
    <message>
        <source>An input or output cannot have that format</source>
        <translation>Ein Eingang oder Ausgang kann dieses Format nicht haben</translation>
    </message>
    <message>
        <source>TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)</source>
        <translation>TensorRT-RTX kann dies für GeForce RTX 20 und andere Turing-GPUs (Compute Capability 7.5) nicht erstellen</translation>
    </message>
    <message>
        <source>The GPU lacks a data type</source>
        <translation>Der GPU fehlt ein Datentyp</translation>
    </message>
    <message>
        <source>The sizes of a profile contradict each other</source>
        <translation>Die Größen eines Profils widersprechen sich</translation>
    </message>
    <message>
        <source>The library lacks an operator</source>
        <translation>Der Bibliothek fehlt ein Operator</translation>
    </message>
    <message>
        <source>An input or output cannot have that data type</source>
        <translation>Ein Eingang oder Ausgang kann diesen Datentyp nicht haben</translation>
    </message>
    <message>
        <source>There is no kernel for an Attention operator</source>
        <translation>Für einen Attention-Operator gibt es keinen Kernel</translation>
    </message>
    <message>
        <source>The library failed on nested If operators</source>
        <translation>Die Bibliothek ist an verschachtelten If-Operatoren gescheitert</translation>
    </message>
    <message>
        <source>Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the application&apos;s vendor can ship a timing cache for this GPU model.</source>
        <translation>Es wurden Messwerte eines anderen GPU-Modells verwendet ({gpu}), daher ist die Engine womöglich nicht so schnell wie möglich; der Hersteller der Anwendung kann einen Timing-Cache für dieses GPU-Modell mitliefern.</translation>
    </message>
    <message>
        <source>The engine library could not build the model {model!r}: {reason}</source>
        <translation>Die KI-Bibliothek konnte für das Modell {model!r} keine Engine erstellen: {reason}</translation>
    </message>
    <message>
        <source>Timing cache: the library failed when it was read ({error}).</source>
        <translation>Timing-Cache: Beim Lesen ist in der Bibliothek ein Fehler aufgetreten ({error}).</translation>
    </message>
    <message>
        <source>Timing cache: none is used, because the library failed on it ({error}).</source>
        <translation>Timing-Cache: Es wird keiner verwendet, weil in der Bibliothek ein Fehler aufgetreten ist ({error}).</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}: {reason}</source>
        <translation>Der Arbeitsspeicher reicht nicht aus, um die Engine für das Modell {model!r} zu erstellen: {reason}</translation>
    </message>
    <message>
        <source>{problem} for the model {model!r}: {reason}</source>
        <translation>{problem} (Modell {model!r}): {reason}</translation>
    </message>
    <message>
        <source>The log has everything that the library said.</source>
        <translation>Alle Meldungen der Bibliothek stehen im Protokoll.</translation>
    </message>
    <message>
        <source>{reason} (operator {operator})</source>
        <translation>{reason} (Operator {operator})</translation>
    </message>
    <message>
        <source>Loading the engine on {gpu}</source>
        <translation>Engine wird auf {gpu} geladen</translation>
    </message>
    <message>
        <source>The model {model!r} has a name that is not valid text: {name!r}.</source>
        <translation>Das Modell {model!r} enthält einen Namen, der kein gültiger Text ist: {name!r}.</translation>
    </message>
    <message>
        <source>Timing cache refused: {reason}.</source>
        <translation>Timing-Cache abgelehnt: {reason}.</translation>
    </message>
    <message>
        <source>The new timings could not be kept: {reason}.</source>
        <translation>Die neuen Messwerte konnten nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>The engine library cannot start: {reason}</source>
        <translation>Die KI-Bibliothek kann nicht gestartet werden: {reason}</translation>
    </message>
    <message>
        <source>At least {needed_mib} MiB are needed.</source>
        <translation>Es werden mindestens {needed_mib}&#xa0;MiB benötigt.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} does not load on {gpu}: {reason}</source>
        <translation>Die Engine des Modells {model!r} lässt sich auf {gpu} nicht laden: {reason}</translation>
    </message>
    <message>
        <source>Check that the NVIDIA driver is installed and new enough for the library.</source>
        <translation>Prüfen Sie, ob der NVIDIA-Treiber installiert und für die Bibliothek neu genug ist.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} cannot run on {gpu}: {reason}</source>
        <translation>Die Engine des Modells {model!r} kann auf {gpu} nicht ausgeführt werden: {reason}</translation>
    </message>
    <message>
        <source>The engine library does not accept {setting} of the model {model!r}.</source>
        <translation>Die KI-Bibliothek lässt {setting} des Modells {model!r} nicht zu.</translation>
    </message>
    <message>
        <source>The model {model!r} does not say where its weights are.</source>
        <translation>Das Modell {model!r} gibt nicht an, wo seine Gewichte liegen.</translation>
    </message>
    <message>
        <source>The model {model!r} has external weights that are too large.</source>
        <translation>Die externen Gewichte des Modells {model!r} sind zu groß.</translation>
    </message>
    <message>
        <source>a file name that is relative to the ONNX file</source>
        <translation>ein Dateiname relativ zur ONNX-Datei</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>eine Anzahl von Bytes</translation>
    </message>
    <message>
        <source>The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.</source>
        <translation>Das Modell {model!r} kann nicht die Ein- und Ausgänge bekommen, die seine ONNX-Datei angibt.</translation>
    </message>
    <message numerus="yes">
        <source>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</source>
        <translation>
            <numerusform>Der Eingang {inputs} hat in der ONNX-Datei einen Standardwert. Die Engine hat keinen solchen Eingang und verwendet immer diesen Wert.</numerusform>
            <numerusform>Die Eingänge {inputs} haben in der ONNX-Datei Standardwerte. Die Engine hat keine solchen Eingänge und verwendet immer diese Werte.</numerusform>
        </translation>
    </message>
    <message>
        <source>{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have both under one name.</source>
        <translation>{tensor!r} ist ein Eingang des Modells {model!r} und zugleich einer seiner Ausgänge; eine Engine kann nicht beides unter einem Namen haben.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: {reason}.</source>
        <translation>{library} kann nicht geladen werden: {reason}.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: there is not enough memory.</source>
        <translation>{library} kann nicht geladen werden: Der Arbeitsspeicher reicht nicht aus.</translation>
    </message>
    <message>
        <source>The library gave no reason.</source>
        <translation>Die Bibliothek hat keinen Grund angegeben.</translation>
    </message>
    <message>
        <source>a name has more than {number} bytes</source>
        <translation>ein Name hat mehr als {number} Bytes</translation>
    </message>
    <message>
        <source>{type}, which {library} does not take</source>
        <translation>{type}, was {library} nicht annimmt</translation>
    </message>
    <message>
        <source>{operator} (node {node})</source>
        <translation>{operator} (Knoten {node})</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.</source>
        <translation>{file} des Modells {model!r} ist kein gültiges ONNX-Modell; die Datei ist möglicherweise abgeschnitten oder beschädigt.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which app.toml does not list.</source>
        <translation>Das Modell {model!r} hat Gewichte in {file!r}; diese Datei ist in app.toml nicht aufgeführt.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which is missing from the app package.</source>
        <translation>Das Modell {model!r} hat Gewichte in {file!r}; diese Datei fehlt im Installationspaket.</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>Nummer {number}</translation>
    </message>
    <message>
        <source>The model {model!r} does not declare the shape of its input {inputs}.</source>
        <translation>Das Modell {model!r} gibt die Form seines Eingangs {inputs} nicht an.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} was changed while the installation was running.</source>
        <translation>{file} des Modells {model!r} wurde während der Installation geändert.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is empty.</source>
        <translation>{file} des Modells {model!r} ist leer.</translation>
    </message>
    <message>
        <source>graph or the external weights</source>
        <translation>Graph oder die externen Gewichte</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} cannot be used: {reason}</source>
        <translation>Die ONNX-Datei des Modells {model!r} kann nicht verwendet werden: {reason}</translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation>{nodes} und {count} weitere</translation>
    </message>
    <message>
        <source>The model {model!r} uses operators that the engine library does not support: {nodes}.</source>
        <translation>Das Modell {model!r} verwendet Operatoren, die die KI-Bibliothek nicht unterstützt: {nodes}.</translation>
    </message>
    <message>
        <source>{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.</source>
        <translation>{tensor!r} ist in der ONNX-Datei {declared}, in der Engine aber {actual}.</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} are too short: {file} has {size} bytes.</source>
        <translation>Die externen Gewichte des Modells {model!r} sind zu kurz: {file} hat {size} Bytes.</translation>
    </message>
    <message>
        <source>{gpus} cannot run this engine, and no other can be built here</source>
        <translation>{gpus} kann diese Engine nicht ausführen, und eine andere kann hier nicht erstellt werden</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} in {file!r} do not fit.</source>
        <translation>Die externen Gewichte des Modells {model!r} in {file!r} passen nicht.</translation>
    </message>
    <message>
        <source>The inputs and outputs that the ONNX file declares cannot be compared with the engine&apos;s.</source>
        <translation>Die in der ONNX-Datei angegebenen Ein- und Ausgänge können nicht mit denen der Engine verglichen werden.</translation>
    </message>
    <message>
        <source>quantized asymmetrically or as uint8</source>
        <translation>asymmetrisch oder als uint8 quantisiert</translation>
    </message>
    <message>
        <source>uint8 is not supported inside a network</source>
        <translation>uint8 wird innerhalb eines Netzes nicht unterstützt</translation>
    </message>
    <message>
        <source>arithmetic with quantized integers is not supported</source>
        <translation>Rechnen mit quantisierten Ganzzahlen wird nicht unterstützt</translation>
    </message>
    <message>
        <source>in training mode</source>
        <translation>im Trainingsmodus</translation>
    </message>
    <message>
        <source>with more outputs than are supported</source>
        <translation>mit mehr Ausgängen als unterstützt</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not have this operator</source>
        <translation>TensorRT-RTX hat diesen Operator nicht</translation>
    </message>
    <message>
        <source>{library} cannot build the model {model!r}: {reasons}</source>
        <translation>{library} kann das Modell {model!r} nicht bauen: {reasons}</translation>
    </message>
    <message>
        <source>the input {input!r}</source>
        <translation>der Eingang {input!r}</translation>
    </message>
    <message>
        <source>the output {output!r}</source>
        <translation>der Ausgang {output!r}</translation>
    </message>
    <message>
        <source>no node computes it</source>
        <translation>kein Knoten berechnet ihn</translation>
    </message>
    <message>
        <source>{operator} (node {node}, inside {outer})</source>
        <translation>{operator} (Knoten {node}, in {outer})</translation>
    </message>
    <message>
        <source>{node} and {count} more of this kind</source>
        <translation>{node} und {count} weitere dieser Art</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}: {reason}</translation>
    </message>
    <message>
        <source>Scales and zero points of QuantizeLinear and DequantizeLinear must be constants</source>
        <translation>Skalen und Nullpunkte von QuantizeLinear und DequantizeLinear müssen Konstanten sein</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.</source>
        <translation>{file} des Modells {model!r} ist kein ausführbares ONNX-Modell: Es hat keine Ausgänge.</translation>
    </message>
    <message>
        <source>The model {model!r} in {file} has no inputs.</source>
        <translation>Das Modell {model!r} in {file} hat keine Eingänge.</translation>
    </message>
    <message>
        <source>{count} dimensions, more than {library} takes</source>
        <translation>{count} Dimensionen, mehr als {library} annimmt</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>the weights {tensor!r}</source>
        <translation>die Gewichte {tensor!r}</translation>
    </message>
    <message>
        <source>An AI feature could not be optimized for this PC.</source>
        <translation>Eine KI-Funktion konnte nicht für diesen PC optimiert werden.</translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation>Dieser Datenträger ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The setup is not allowed to use enough memory for the AI features.</source>
        <translation>Die Installation darf nicht genug Arbeitsspeicher für die KI-Funktionen verwenden.</translation>
    </message>
    <message>
        <source>Close those programs, then try again.</source>
        <translation>Schließen Sie diese Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Specify an index, a UUID or a PCI bus id of these, or &apos;all&apos;:{gpus}</source>
        <translation>Geben Sie einen Index, eine UUID oder eine PCI-Bus-ID von diesen an, oder „all“:{gpus}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again.</source>
        <translation>Überprüfen Sie die Netzwerkverbindung und den Proxy des Systems und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} is not that of a network: {reason}.</source>
        <translation>Die ONNX-Datei des Modells {model!r} ist nicht die eines Netzes: {reason}.</translation>
    </message>
    <message>
        <source>The function {function!r} of the model {model!r} calls itself.</source>
        <translation>Die Funktion {function!r} des Modells {model!r} ruft sich selbst auf.</translation>
    </message>
    <message>
        <source>its functions expand to more than {number} nodes</source>
        <translation>ihre Funktionen werden zu mehr als {number} Knoten</translation>
    </message>
    <message>
        <source>a tensor has more than {number} dimensions</source>
        <translation>ein Tensor hat mehr als {number} Dimensionen</translation>
    </message>
    <message>
        <source>its parts lie more than {number} deep inside each other</source>
        <translation>ihre Teile liegen mehr als {number} tief ineinander</translation>
    </message>
    <message>
        <source>it has more than {number} parts</source>
        <translation>sie hat mehr als {number} Teile</translation>
    </message>
    <message>
        <source>their content does not fit their data type and shape</source>
        <translation>ihr Inhalt passt nicht zu ihrem Datentyp und ihrer Form</translation>
    </message>
    <message>
        <source>a node without an operator</source>
        <translation>ein Knoten ohne Operator</translation>
    </message>
    <message>
        <source>the weights {tensor!r} are a sparse tensor, which is not supported</source>
        <translation>die Gewichte {tensor!r} sind ein dünn besetzter Tensor, was nicht unterstützt wird</translation>
    </message>
    <message>
        <source>a loop without a condition</source>
        <translation>eine Schleife ohne Bedingung</translation>
    </message>
    <message>
        <source>app.toml does not fit the ONNX file of the model {model!r}.</source>
        <translation>app.toml passt nicht zur ONNX-Datei des Modells {model!r}.</translation>
    </message>
    <message>
        <source>they are not used</source>
        <translation>sie werden nicht verwendet</translation>
    </message>
    <message>
        <source>they were set aside</source>
        <translation>sie wurden beiseitegelegt</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings ({reason}); {outcome}</source>
        <translation>die eigenen Messwerte dieses Computers ({reason}); {outcome}</translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation>{what} ({reason})</translation>
    </message>
    <message>
        <source>the library gave no reason</source>
        <translation>die Bibliothek hat keinen Grund angegeben</translation>
    </message>
    <message>
        <source>all timing caches</source>
        <translation>alle Timing-Caches</translation>
    </message>
    <message>
        <source>the library does not let shipped timings be taken out</source>
        <translation>die Bibliothek lässt mitgelieferte Messwerte nicht entfernen</translation>
    </message>
    <message>
        <source>{file} was changed since it was checked</source>
        <translation>{file} wurde seit der Prüfung geändert</translation>
    </message>
    <message>
        <source>another build holds them for too long</source>
        <translation>eine andere Erstellung hält sie zu lange belegt</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings cannot be read ({error})</source>
        <translation>die eigenen Messwerte dieses Computers können nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation>{file} kann nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>they have grown too large, so they were removed</source>
        <translation>sie sind zu groß geworden und wurden daher entfernt</translation>
    </message>
    <message>
        <source>Weights are infinite or not numbers, and the engine&apos;s results may be as well: {weights}.</source>
        <translation>Gewichte sind unendlich oder keine Zahlen, und die Ergebnisse der Engine können es auch sein: {weights}.</translation>
    </message>
    <message>
        <source>Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: {weights}.</source>
        <translation>Gewichte vom Typ fp64 sind zu groß für fp32, und die Engine hat stattdessen die größte fp32-Zahl: {weights}.</translation>
    </message>
    <message>
        <source>Weights are too large for fp16 and become infinite: {weights}.</source>
        <translation>Gewichte sind zu groß für fp16 und werden unendlich: {weights}.</translation>
    </message>
    <message>
        <source>The engine library changed numbers that do not fit: {reason}</source>
        <translation>Die KI-Bibliothek hat Zahlen geändert, die nicht passen: {reason}</translation>
    </message>
    <message>
        <source>{weight!r} ({count} of {total})</source>
        <translation>{weight!r} ({count} von {total})</translation>
    </message>
    <message>
        <source>timed while the GPU was in use by {programs}; a repair times it again</source>
        <translation>gemessen, während die GPU von {programs} verwendet wurde; eine spätere Reparatur misst erneut</translation>
    </message>
    <message>
        <source>it is unknown whether the GPU was in use during the build: {reasons}</source>
        <translation>ob die GPU während der Erstellung verwendet wurde, ist nicht bekannt: {reasons}</translation>
    </message>
    <message>
        <source>timed while the GPU was in use; a repair times it again</source>
        <translation>gemessen, während die GPU verwendet wurde; eine spätere Reparatur misst erneut</translation>
    </message>
    <message>
        <source>{folder} is the folder that the application&apos;s files come from.</source>
        <translation>{folder} ist der Ordner, aus dem die Dateien der Anwendung stammen.</translation>
    </message>
    <message>
        <source>Version {version} replaces the newer version {installed}.</source>
        <translation>Version {version} ersetzt die neuere Version {installed}.</translation>
    </message>
    <message>
        <source>{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.</source>
        <translation>{installed} ({installed_id}) ist bereits in {folder} installiert; {name} ({id}) benötigt einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>{app} has no feature {features}.</source>
        <translation>{app} hat keine Funktion {features}.</translation>
    </message>
    <message>
        <source>Choose another folder, or uninstall the other application first.</source>
        <translation>Wählen Sie einen anderen Ordner oder deinstallieren Sie zuerst die andere Anwendung.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} is damaged: {reason}.</source>
        <translation>Es gibt nichts zu reparieren: {file} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} does not exist.</source>
        <translation>Es gibt nichts zu reparieren: {file} ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Install the application instead.</source>
        <translation>Installieren Sie stattdessen die Anwendung.</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {problem}.</source>
        <translation>Ein mit der Anwendung gelieferter Timing-Cache wird nicht verwendet – {problem}.</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked against their hashes.</source>
        <translation>In app.toml steht verify = false: Die Dateien dieses Pakets wurden nicht anhand ihrer Hashes geprüft.</translation>
    </message>
    <message>
        <source>{file} is not as engine-installer installed it; it is kept as {name}.</source>
        <translation>{file} wurde seit der Installation durch engine-installer geändert; die geänderte Datei bleibt als {name} erhalten.</translation>
    </message>
    <message>
        <source>{file} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{file} gehört zu einer früheren Version, wurde seitdem aber geändert und bleibt erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</source>
        <translation>
            <numerusform>{count} Datei der Anwendung fehlt und kann nur vom Installationsprogramm der Anwendung wiederhergestellt werden: {files}.</numerusform>
            <numerusform>{count} Dateien der Anwendung fehlen und können nur vom Installationsprogramm der Anwendung wiederhergestellt werden: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its features that can be left out: {features}.</source>
        <translation>Funktionen, die weggelassen werden können: {features}.</translation>
    </message>
    <message>
        <source>It has no features that can be left out.</source>
        <translation>Es gibt keine Funktionen, die weggelassen werden können.</translation>
    </message>
    <message>
        <source>No timing cache is used: {reason}.</source>
        <translation>Es wird kein Timing-Cache verwendet – {reason}.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the log.</source>
        <translation>Dieser Benutzer hat keinen Benutzerordner, daher gibt es keinen Standardort für das Protokoll.</translation>
    </message>
    <message>
        <source>The log file {file} cannot be written: {reason}.</source>
        <translation>Die Protokolldatei {file} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Choose another file with --log.</source>
        <translation>Wählen Sie mit --log eine andere Datei.</translation>
    </message>
    <message>
        <source>{what} installed in {folder}.</source>
        <translation>In {folder} wurde installiert: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} engines</source>
        <translation>
            <numerusform>{count} Engine</numerusform>
            <numerusform>{count} Engines</numerusform>
        </translation>
    </message>
    <message>
        <source>The time limit was reached: {engines} installed, {left} not built yet.</source>
        <translation>Das Zeitlimit wurde erreicht: {engines} installiert, {left} noch nicht erstellt.</translation>
    </message>
    <message numerus="yes">
        <source>But {count} files of the application are missing: {files}.</source>
        <translation>
            <numerusform>Es fehlt jedoch {count} Datei der Anwendung: {files}.</numerusform>
            <numerusform>Es fehlen jedoch {count} Dateien der Anwendung: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features could not be set up, for several reasons.</source>
        <translation>
            <numerusform>{count} KI-Funktion konnte aus verschiedenen Gründen nicht eingerichtet werden.</numerusform>
            <numerusform>{count} KI-Funktionen konnten aus verschiedenen Gründen nicht eingerichtet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No timing was measured here</source>
        <translation>Keine Messung auf diesem Computer</translation>
    </message>
    <message>
        <source>{measured}; {served} of {models} took every timing from the cache.</source>
        <translation>{measured}; bei {served} von {models} stammen alle Messwerte aus dem Cache.</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer.</source>
        <translation>Starten Sie das Installationsprogramm der Anwendung.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing.</source>
        <translation>
            <numerusform>{count} Datei der Anwendung fehlt.</numerusform>
            <numerusform>{count} Dateien der Anwendung fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <translation>
            <numerusform>{count} Modell</numerusform>
            <numerusform>{count} Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>{failed} of {wanted} could not be built:</source>
        <translation>{failed} von {wanted} konnten nicht erstellt werden:</translation>
    </message>
    <message>
        <source>{models}: {hint}</source>
        <translation>{models}: {hint}</translation>
    </message>
    <message numerus="yes">
        <source>{count} timings measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count} Messung auf diesem Computer in {seconds:.1f} s</numerusform>
            <numerusform>{count} Messungen auf diesem Computer in {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application</source>
        <translation>
            <numerusform>{count} Datei der Anwendung</numerusform>
            <numerusform>{count} Dateien der Anwendung</numerusform>
        </translation>
    </message>
    <message>
        <source>No engine had to be built; {file} is current.</source>
        <translation>Es musste keine Engine erstellt werden; {file} ist aktuell.</translation>
    </message>
    <message>
        <source>  - {engine}: {reason}</source>
        <translation>  - {engine}: {reason}</translation>
    </message>
    <message>
        <source>engine-installer hit an internal error: {kind}: {message}</source>
        <translation>Interner Fehler in engine-installer: {kind}: {message}</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus, um fortzufahren.</translation>
    </message>
    <message>
        <source>There is nothing in {folder} that a shortcut could start.</source>
        <translation>In {folder} gibt es nichts, was eine Verknüpfung starten könnte.</translation>
    </message>
    <message>
        <source>not wanted on this computer now</source>
        <translation>auf diesem Computer zurzeit nicht gewünscht</translation>
    </message>
    <message>
        <source>a removal was interrupted; uninstalling again completes it</source>
        <translation>eine Deinstallation wurde unterbrochen; eine erneute Deinstallation schließt sie ab</translation>
    </message>
    <message>
        <source>{file} is damaged and counts as missing: {reason}</source>
        <translation>{file} ist beschädigt und gilt als fehlend: {reason}</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} fehlt</translation>
    </message>
    <message>
        <source>the model is no longer in the app package</source>
        <translation>das Modell ist nicht mehr im Installationspaket</translation>
    </message>
    <message>
        <source>an installation was interrupted; installing again completes it</source>
        <translation>eine Installation wurde unterbrochen; eine erneute Installation schließt sie ab</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed</source>
        <translation>{file} wurde seit der Installation geändert</translation>
    </message>
    <message>
        <source>its GPU does not answer</source>
        <translation>die zugehörige GPU antwortet nicht</translation>
    </message>
    <message>
        <source>{file} is missing; the application&apos;s own installer restores it</source>
        <translation>{file} fehlt; das Installationsprogramm der Anwendung stellt die Datei wieder her</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} files from {folder}.</source>
        <translation>
            <numerusform>{count} Datei wurde aus {folder} entfernt.</numerusform>
            <numerusform>{count} Dateien wurden aus {folder} entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {folder}.</source>
        <translation>Es gibt nichts zu entfernen: engine-installer hat in {folder} nichts installiert.</translation>
    </message>
    <message>
        <source>Kept, because changed since they were installed: {files}.</source>
        <translation>Behalten, weil seit der Installation geändert: {files}.</translation>
    </message>
    <message>
        <source>Kept, because they were there before: {files}.</source>
        <translation>Behalten, weil schon vorher vorhanden: {files}.</translation>
    </message>
    <message>
        <source>Kept, because not installed by engine-installer: {files}.</source>
        <translation>Behalten, weil nicht von engine-installer installiert: {files}.</translation>
    </message>
    <message>
        <source>Empty folders that this user may not remove: {folders}.</source>
        <translation>Leere Ordner, die dieser Benutzer nicht entfernen darf: {folders}.</translation>
    </message>
    <message>
        <source>Choose the application&apos;s folder.</source>
        <translation>Wählen Sie den Ordner der Anwendung.</translation>
    </message>
    <message>
        <source>The removal from {folder} that was interrupted is complete.</source>
        <translation>Die unterbrochene Deinstallation aus {folder} ist jetzt abgeschlossen.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>of no data type</source>
        <translation>ohne Datentyp</translation>
    </message>
    <message>
        <source>These files are in use: {files}.</source>
        <translation>Diese Dateien werden gerade verwendet: {files}.</translation>
    </message>
    <message>
        <source>{file} was changed while it was being installed.</source>
        <translation>{file} wurde während der Installation geändert.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged.</source>
        <translation>{file} ist nicht mehr im ausgelieferten Zustand.</translation>
    </message>
    <message>
        <source>Download the installer again.</source>
        <translation>Laden Sie das Installationsprogramm erneut herunter.</translation>
    </message>
    <message>
        <source>Run this as administrator.</source>
        <translation>Führen Sie das Programm als Administrator aus.</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {folder}; waiting until it has finished.</source>
        <translation>Eine andere Installation mit engine-installer verwendet gerade {folder}; es wird gewartet, bis sie beendet ist.</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read {place}. If they use the application, an administrator must give them the right.</source>
        <translation>Andere Benutzer dieses Computers können {place} nicht lesen. Wenn sie die Anwendung verwenden, muss ein Administrator ihnen das Recht dazu geben.</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {reason}</source>
        <translation>Die Liste der installierten Anwendungen im Betriebssystem wurde nicht geändert: {reason}</translation>
    </message>
    <message>
        <source>The shortcut {file} was not changed: {reason}</source>
        <translation>Die Verknüpfung {file} wurde nicht geändert: {reason}</translation>
    </message>
    <message>
        <source>A removal was interrupted; it is completed first.</source>
        <translation>Eine Deinstallation wurde unterbrochen; sie wird zuerst abgeschlossen.</translation>
    </message>
    <message>
        <source>An installation was interrupted; it is completed first.</source>
        <translation>Eine Installation wurde unterbrochen; sie wird zuerst abgeschlossen.</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.</source>
        <translation>Die KI-Bibliothek gehört nicht zu diesem Programm, und ihre .whl-Dateien sind nicht in {folders}: {wheels}.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the target.</source>
        <translation>Dieser Benutzer hat keinen Benutzerordner, daher gibt es keinen Standardordner für die Installation.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change, or run this without administrator rights.</source>
        <translation>Wählen Sie einen Ordner, den nur Administratoren ändern können, oder starten Sie das Programm ohne Administratorrechte.</translation>
    </message>
    <message>
        <source>This program is not as it was packaged: {file} is missing.</source>
        <translation>Dieses Programm ist nicht vollständig: {file} fehlt.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged: it names {name}.</source>
        <translation>{file} ist nicht mehr im ausgelieferten Zustand: Die Datei nennt {name}.</translation>
    </message>
    <message>
        <source>it has another name elsewhere (a hard link)</source>
        <translation>sie hat anderswo einen weiteren Namen (einen Hardlink)</translation>
    </message>
    <message>
        <source>it belongs to another user, or others can write it</source>
        <translation>sie gehört einem anderen Benutzer, oder andere können in sie schreiben</translation>
    </message>
    <message>
        <source>Download the application&apos;s installer again.</source>
        <translation>Laden Sie das Installationsprogramm der Anwendung erneut herunter.</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer at {folder}.</source>
        <translation>Das Installationspaket von {app} befindet sich nicht mehr unter {folder}.</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer there.</source>
        <translation>Das Installationspaket von {app} ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>It is not known which app package was installed in {target}, so none is used with administrator rights.</source>
        <translation>Es ist nicht bekannt, welches Installationspaket in {target} installiert wurde, daher wird mit Administratorrechten keines verwendet.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not used with administrator rights: {reason}.</source>
        <translation>Das Installationspaket in {folder} wird mit Administratorrechten nicht verwendet: {reason}.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that was installed.</source>
        <translation>Das Installationspaket in {folder} ist nicht das, das installiert wurde.</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed.</source>
        <translation>{file} wurde seit der Installation geändert.</translation>
    </message>
    <message>
        <source>The receipt {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>Die Installationsliste {file} wurde seit dem Schreiben durch engine-installer verändert: {fault}.</translation>
    </message>
    <message>
        <source>The program that all users would start for a repair is not safe: {reason}.</source>
        <translation>Das Programm, das alle Benutzer für eine Reparatur starten würden, ist nicht sicher: {reason}.</translation>
    </message>
    <message>
        <source>Nothing is written to {folder} with administrator rights: {reason}.</source>
        <translation>Mit Administratorrechten wird nichts in {folder} geschrieben: {reason}.</translation>
    </message>
    <message>
        <source>The records of the installation in this folder were changed or damaged.</source>
        <translation>Die Angaben zur Installation in diesem Ordner wurden verändert oder sind beschädigt.</translation>
    </message>
    <message>
        <source>{entry} is there already, and engine-installer did not write it.</source>
        <translation>{entry} ist bereits vorhanden und stammt nicht von engine-installer.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no menu to list the application in.</source>
        <translation>Dieser Benutzer hat keinen Benutzerordner, daher gibt es kein Menü für die Anwendung.</translation>
    </message>
    <message>
        <source>Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder there.</source>
        <translation>Es wird nichts in {target} geschrieben: {folder} ist eine symbolische Verknüpfung, engine-installer hatte dort aber einen Ordner angelegt.</translation>
    </message>
    <message>
        <source>The folder {folder} lies on another volume than {target}.</source>
        <translation>Der Ordner {folder} liegt auf einem anderen Datenträger als {target}.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what was prepared for it is gone.</source>
        <translation>{file} kann nicht installiert werden: Die vorbereitete Datei ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>Someone has changed it. Put the folder back, or choose another folder.</source>
        <translation>Er wurde verändert. Stellen Sie den Ordner wieder her oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The journal {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>Das Journal {file} wurde seit dem Schreiben durch engine-installer verändert: {fault}.</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one.</source>
        <translation>Sorgen Sie dafür, dass nur Administratoren diesen Ordner ändern können, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Install into a folder whose parts are on one volume.</source>
        <translation>Installieren Sie in einen Ordner, der ganz auf einem Datenträger liegt.</translation>
    </message>
    <message>
        <source>{folder} is a symbolic link, and nothing is changed behind it.</source>
        <translation>{folder} ist eine symbolische Verknüpfung; was dahinter liegt, wird nicht verändert.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again.</source>
        <translation>Die Datei wurde verändert, oder der Datenträger ist beschädigt. Löschen Sie sie und starten Sie das Installationsprogramm erneut.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what the interrupted run had prepared for it is gone.</source>
        <translation>{file} kann nicht installiert werden: Was der unterbrochene Vorgang vorbereitet hatte, ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>Delete {journal}, then run the installer again.</source>
        <translation>Löschen Sie {journal} und starten Sie das Installationsprogramm erneut.</translation>
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
        <translation> oder </translation>
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
        <translation> und </translation>
    </message>
</context>
</TS>
