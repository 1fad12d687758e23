<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>ActionTexts</name>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Install anyway</source>
        <translation>Installer quand même</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mettre à jour</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation>Optimiser</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Désinstaller</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Optimize again anyway…</source>
        <translation>Optimiser à nouveau quand même…</translation>
    </message>
    <message>
        <source>Improve now</source>
        <translation>Améliorer maintenant</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Choisir un autre dossier…</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Attendre</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Continuer quand même</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Improve later</source>
        <translation>Améliorer plus tard</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>Vérification du système</translation>
    </message>
    <message>
        <source>license terms</source>
        <translation>conditions de licence</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Rétablir les valeurs par défaut</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Get the driver</source>
        <translation>Obtenir le pilote</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>Ouvrir le site web</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Afficher les détails</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Ouvrir le dossier des journaux</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
</context>
<context>
    <name>CardsPicture</name>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>Graphics card before: {0}. Now: {1}.</source>
        <translation>Carte graphique avant&#xa0;: {0}. Maintenant&#xa0;: {1}.</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Features</source>
        <translation>Fonctions</translation>
    </message>
    <message>
        <source>Change features</source>
        <translation>Modifier les fonctions</translation>
    </message>
    <message>
        <source>Choose the features to have on this PC.</source>
        <translation>Choisissez les fonctions à installer sur ce PC.</translation>
    </message>
    <message>
        <source>Choose a feature to add or remove</source>
        <translation>Choisissez une fonction à ajouter ou à supprimer</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Add a shortcut to the desktop</source>
        <translation>Ajouter un raccourci sur le bureau</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>N’a pas pu être configurée</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>l’application</translation>
    </message>
    <message>
        <source>Start {0} now</source>
        <translation>Lancer {0} maintenant</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>InstallerWindow</name>
    <message>
        <source>{0} Setup</source>
        <translation>Installation de {0}</translation>
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
        <translation>Conditions de licence</translation>
    </message>
    <message>
        <source>License terms of {0}</source>
        <translation>Conditions de licence de {0}</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>l’application</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Check all files, and optimize the AI features again where needed</source>
        <translation>Vérifier tous les fichiers, et optimiser à nouveau les fonctions d’IA si nécessaire</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Add or remove features</source>
        <translation>Ajouter ou supprimer des fonctions</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Désinstaller</translation>
    </message>
    <message>
        <source>Take the application off this PC; your own files stay</source>
        <translation>Supprimer l’application de ce PC&#xa0;; vos propres fichiers sont conservés</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Que voulez-vous faire&#xa0;?</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Features</source>
        <translation>Fonctions</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>Best speed</source>
        <translation>Vitesse maximale</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation>Optimisation</translation>
    </message>
    <message>
        <source>Prepare the AI features anyway</source>
        <translation>Préparer quand même les fonctions d’IA</translation>
    </message>
    <message>
        <source>for use on another computer</source>
        <translation>pour une utilisation sur un autre ordinateur</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>Fonctions d’IA</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Moi uniquement</translation>
    </message>
    <message>
        <source>Everyone on this PC</source>
        <translation>Tous les utilisateurs de ce PC</translation>
    </message>
    <message>
        <source>Install for</source>
        <translation>Installer pour</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>takes less time; AI features may run a little slower</source>
        <translation>prend moins de temps&#xa0;; les fonctions d’IA seront peut-être un peu moins rapides</translation>
    </message>
    <message>
        <source>fastest, recommended</source>
        <translation>la plus rapide, recommandée</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>{0} de mémoire</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>takes longer</source>
        <translation>prend plus de temps</translation>
    </message>
    <message>
        <source>Give the full path of a folder, such as {0}.</source>
        <translation>Indiquez le chemin complet d’un dossier, par exemple {0}.</translation>
    </message>
    <message>
        <source>{0} needed</source>
        <translation>{0} nécessaires</translation>
    </message>
    <message>
        <source>{0} needed, {1} free on {2}</source>
        <translation>{0} nécessaires, {1} libres sur {2}</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>The recommended settings suit most people.</source>
        <translation>Les paramètres recommandés conviennent à la plupart des utilisateurs.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>l’application</translation>
    </message>
    <message>
        <source>Stop removing {0}?</source>
        <translation>Arrêter la désinstallation de {0}&#xa0;?</translation>
    </message>
    <message>
        <source>Keep removing</source>
        <translation>Continuer la désinstallation</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet.</source>
        <translation>Rien n’a encore été modifié sur ce PC.</translation>
    </message>
    <message>
        <source>Stop changing {0}?</source>
        <translation>Arrêter la modification de {0}&#xa0;?</translation>
    </message>
    <message>
        <source>Stop repairing {0}?</source>
        <translation>Arrêter la réparation de {0}&#xa0;?</translation>
    </message>
    <message>
        <source>Keep repairing</source>
        <translation>Continuer la réparation</translation>
    </message>
    <message>
        <source>{0} stays as it is. If you repair it later, the optimization starts over.</source>
        <translation>{0} reste tel quel. Si vous effectuez la réparation plus tard, l’optimisation recommencera depuis le début.</translation>
    </message>
    <message>
        <source>Your present version stays. If you update later, the optimization starts over.</source>
        <translation>Votre version actuelle est conservée. Si vous effectuez la mise à jour plus tard, l’optimisation recommencera depuis le début.</translation>
    </message>
    <message>
        <source>Stop updating {0}?</source>
        <translation>Arrêter la mise à jour de {0}&#xa0;?</translation>
    </message>
    <message>
        <source>Keep updating</source>
        <translation>Continuer la mise à jour</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet. If you install later, the optimization starts over.</source>
        <translation>Rien n’a encore été modifié sur ce PC. Si vous installez plus tard, l’optimisation recommencera depuis le début.</translation>
    </message>
    <message>
        <source>Stop installing {0}?</source>
        <translation>Arrêter l’installation de {0}&#xa0;?</translation>
    </message>
    <message>
        <source>Keep installing</source>
        <translation>Continuer l’installation</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation>utilisée à {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Un autre programme</translation>
    </message>
    <message>
        <source>{0} is using your graphics card</source>
        <translation>{0} utilise votre carte graphique</translation>
    </message>
    <message>
        <source>The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: it goes on by itself.</source>
        <translation>Les fonctions d’IA seront les plus rapides si rien d’autre n’utilise la carte pendant leur optimisation. Fermez {0}, ou attendez&#xa0;: l’opération continue d’elle-même.</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>les autres programmes</translation>
    </message>
    <message>
        <source>Waiting for {0}</source>
        <translation>En attente de {0}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Downloading… {0} of {1}</source>
        <translation>Téléchargement… {0} sur {1}</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Téléchargement…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>Optimisation…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>À suivre</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>N’a pas pu être configurée</translation>
    </message>
    <message>
        <source>You can minimize this window. We will tell you when it is ready.</source>
        <translation>Vous pouvez réduire cette fenêtre. Nous vous préviendrons quand tout sera prêt.</translation>
    </message>
    <message>
        <source>Installing {0}</source>
        <translation>Installation de {0}</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Changing {0}</source>
        <translation>Modification de {0}</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Repairing {0}</source>
        <translation>Réparation de {0}</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Réparation</translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation>Désinstallation de {0}</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Désinstallation</translation>
    </message>
    <message>
        <source>Updating {0}</source>
        <translation>Mise à jour de {0}</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>Waiting for your graphics card</source>
        <translation>En attente de votre carte graphique</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalisation</translation>
    </message>
    <message>
        <source>Your present version keeps working until the new one is ready.</source>
        <translation>Votre version actuelle continue de fonctionner jusqu’à ce que la nouvelle soit prête.</translation>
    </message>
    <message>
        <source>It is being finished and cannot be stopped any longer</source>
        <translation>L’opération se termine et ne peut plus être arrêtée</translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation>L’opération est en cours d’arrêt</translation>
    </message>
</context>
<context>
    <name>RemovePage</name>
    <message>
        <source>Also remove the log files</source>
        <translation>Supprimer aussi les fichiers journaux</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>Désinstaller {0}&#xa0;?</translation>
    </message>
    <message>
        <source>Remove the application?</source>
        <translation>Désinstaller l’application&#xa0;?</translation>
    </message>
    <message>
        <source>The application and its AI features will be taken off this PC.</source>
        <translation>L’application et ses fonctions d’IA vont être supprimées de ce PC.</translation>
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
        <translation>{0} manquants</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Use of the graphics card, now {percent} percent</source>
        <translation>Utilisation de la carte graphique, actuellement {percent} pour cent</translation>
    </message>
</context>
<context>
    <name>SystemCheckPage</name>
    <message>
        <source>needs {0}</source>
        <translation>nécessite {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>Vérification de votre PC…</translation>
    </message>
    <message>
        <source>Your PC could not be checked.</source>
        <translation>Votre PC n’a pas pu être vérifié.</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>Vérification du système</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>Votre PC est en cours de vérification</translation>
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
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I accept the license terms</source>
        <translation>J’accepte les conditions de licence</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Les lire</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>Vérification de votre PC…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Un autre programme</translation>
    </message>
    <message>
        <source>{0} is using your graphics card; it may take longer.</source>
        <translation>{0} utilise votre carte graphique&#xa0;; l’opération peut durer plus longtemps.</translation>
    </message>
    <message>
        <source>Update to {0}</source>
        <translation>Mettre à jour vers {0}</translation>
    </message>
    <message>
        <source>Install {0}</source>
        <translation>Installer {0}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>Votre PC est en cours de vérification</translation>
    </message>
    <message>
        <source>Accept the license terms first</source>
        <translation>Acceptez d’abord les conditions de licence</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n&#xa0;seconde</numerusform>
            <numerusform>%n&#xa0;secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n&#xa0;minute</numerusform>
            <numerusform>%n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n&#xa0;heure</numerusform>
            <numerusform>%n&#xa0;heures</numerusform>
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
        <translation>Pilote</translation>
    </message>
    <message>
        <source>Engine library</source>
        <translation>Bibliothèque d’IA</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Mémoire du GPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Write access</source>
        <translation>Accès en écriture</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>Autres installations</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation>L’opération a été annulée. Aucune modification n’a été effectuée.</translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation>La limite de temps a été atteinte avant qu’un modèle optimisé soit terminé. Aucune modification n’a été effectuée.</translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation>Tout est à jour&#xa0;; aucune modification n’a été effectuée.</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>est utilisée</translation>
    </message>
    <message>
        <source>is idle</source>
        <translation>est libre</translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation>est peut-être utilisée</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>un programme d’un autre utilisateur</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>le modèle a changé</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>aucun modèle optimisé n’a encore été préparé</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>demandé par le paquet d’installation</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>il ne couvre pas ce modèle</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>le GPU</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>la capacité de calcul 7.5 (Turing) ou ultérieure</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>Aucune bibliothèque d’IA n’est installée&#xa0;: ni TensorRT-RTX ni TensorRT.</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver</source>
        <translation>Installez un GPU pris en charge et son pilote</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>aucun n’est présent</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>la chaleur</translation>
    </message>
    <message>
        <source>a hardware slowdown</source>
        <translation>une limitation matérielle</translation>
    </message>
    <message>
        <source>a limited power supply</source>
        <translation>une alimentation électrique limitée</translation>
    </message>
    <message>
        <source>this computer runs on battery</source>
        <translation>cet ordinateur fonctionne sur batterie</translation>
    </message>
    <message>
        <source>the driver does not tell how much it is used</source>
        <translation>le pilote n’indique pas son taux d’utilisation</translation>
    </message>
    <message>
        <source>the driver has stopped answering</source>
        <translation>le pilote ne répond plus</translation>
    </message>
    <message>
        <source>The system may have run out of memory.</source>
        <translation>Le système a peut-être manqué de mémoire.</translation>
    </message>
    <message>
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>le niveau d’optimisation 0 ne tient pas compte du cache de mesures&#xa0;; les niveaux 1 et 2, également rapides, en tiennent compte</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>Écriture du modèle optimisé</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>L’éditeur de l’application doit en indiquer un&#xa0;; cet ordinateur est peut-être trop ancien ou n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>Ce programme ne contient aucun paquet d’installation.</translation>
    </message>
    <message>
        <source>neither TensorRT-RTX nor TensorRT is installed</source>
        <translation>ni TensorRT-RTX ni TensorRT n’est installé</translation>
    </message>
    <message>
        <source>this computer has an NVIDIA GPU, but no NVIDIA driver is installed</source>
        <translation>cet ordinateur possède un GPU NVIDIA, mais aucun pilote NVIDIA n’est installé</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>aucun pilote NVIDIA n’est installé</translation>
    </message>
    <message>
        <source>Install the driver for the GPU from nvidia.com or from the system&apos;s packages, then restart.</source>
        <translation>Installez le pilote du GPU depuis nvidia.com ou à partir des paquets du système, puis redémarrez l’ordinateur.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found either; the engines need one to run.</source>
        <translation>Aucun GPU NVIDIA n’a été trouvé non plus&#xa0;; les modèles optimisés en ont besoin pour s’exécuter.</translation>
    </message>
    <message>
        <source>the NVIDIA driver is installed, but not running</source>
        <translation>le pilote NVIDIA est installé, mais n’est pas actif</translation>
    </message>
    <message>
        <source>Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).</source>
        <translation>Redémarrez l’ordinateur. Si le problème persiste, réinstallez le pilote (sous Linux, le démarrage sécurisé a peut-être refusé un module du noyau non signé).</translation>
    </message>
    <message>
        <source>the NVIDIA driver was updated, but the old one is still running</source>
        <translation>le pilote NVIDIA a été mis à jour, mais l’ancien est encore actif</translation>
    </message>
    <message>
        <source>Restart the computer.</source>
        <translation>Redémarrez l’ordinateur.</translation>
    </message>
    <message>
        <source>this user may not use the NVIDIA driver</source>
        <translation>cet utilisateur n’est pas autorisé à utiliser le pilote NVIDIA</translation>
    </message>
    <message>
        <source>Run this as a user who may (on Linux: one who can read and write /dev/nvidia*).</source>
        <translation>Utilisez un compte qui y est autorisé (sous Linux&#xa0;: un compte avec accès en lecture et en écriture à /dev/nvidia*).</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>le pilote NVIDIA ne trouve aucun GPU</translation>
    </message>
    <message>
        <source>Check that the card is seated and powered and that no firmware setting has turned it off.</source>
        <translation>Vérifiez que la carte est bien insérée et alimentée, et qu’aucun réglage du microprogramme (BIOS ou UEFI) ne l’a désactivée.</translation>
    </message>
    <message>
        <source>there is an NVIDIA GPU, but it is not visible in this session</source>
        <translation>un GPU NVIDIA est présent, mais il n’est pas visible dans cette session</translation>
    </message>
    <message>
        <source>In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.</source>
        <translation>Dans un conteneur, donnez accès au GPU (docker run --gpus all)&#xa0;; sinon, utilisez un compte autorisé à s’en servir.</translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>Redémarrez l’ordinateur. Si nvidia-smi se bloque également, réinstallez le pilote.</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>Redémarrez l’ordinateur. Si le problème se reproduit, vérifiez l’alimentation et le refroidissement de la carte.</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>Exécutez nvidia-smi pour voir ce que le pilote indique&#xa0;; réinstaller le pilote résout souvent le problème.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>Demandez à l’éditeur de l’application un paquet d’installation qui prend en charge ce GPU.</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>Utilisez un GPU doté de plus de mémoire, ou demandez à l’éditeur de l’application un modèle plus petit.</translation>
    </message>
    <message>
        <source>Enlarge the swap space or page file, or build on a computer with more memory.</source>
        <translation>Augmentez la taille du fichier d’échange (ou de l’espace swap), ou effectuez la préparation sur un ordinateur doté de plus de mémoire.</translation>
    </message>
    <message>
        <source>Close other programs if the build fails.</source>
        <translation>Si la préparation échoue, fermez les autres programmes.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>de lire</translation>
    </message>
    <message>
        <source>write</source>
        <translation>d’écrire</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>d’écrire dans</translation>
    </message>
    <message>
        <source>write the engine</source>
        <translation>d’écrire le modèle optimisé</translation>
    </message>
    <message>
        <source>create</source>
        <translation>de créer</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>de créer le dossier</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>de remplacer</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>de supprimer</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>de terminer l’écriture de</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>de renommer</translation>
    </message>
    <message>
        <source>register</source>
        <translation>d’enregistrer</translation>
    </message>
    <message>
        <source>unregister</source>
        <translation>d’annuler l’enregistrement de</translation>
    </message>
    <message>
        <source>look up the registration of</source>
        <translation>de consulter l’enregistrement de</translation>
    </message>
    <message>
        <source>Run as a user who may read it.</source>
        <translation>Utilisez un compte autorisé à le lire.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Fermez les autres programmes.</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>l’application n’en fournit pas</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>L’installation pour tous les utilisateurs nécessite des droits d’administrateur.</translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation>Chargement de la bibliothèque d’IA</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Lecture du modèle</translation>
    </message>
    <message>
        <source>There is no app package: {folder} does not exist.</source>
        <translation>Paquet d’installation introuvable&#xa0;: {folder} n’existe pas.</translation>
    </message>
    <message numerus="yes">
        <source>The app package is not valid: {count} problems in {file}.</source>
        <translation>
            <numerusform>Le paquet d’installation n’est pas valide&#xa0;: {count} erreur dans {file}.</numerusform>
            <numerusform>Le paquet d’installation n’est pas valide&#xa0;: {count} erreurs dans {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no app package: {folder} is not a folder.</source>
        <translation>Paquet d’installation introuvable&#xa0;: {folder} n’est pas un dossier.</translation>
    </message>
    <message>
        <source>There is no app package: {folder} has no {file}.</source>
        <translation>Paquet d’installation introuvable&#xa0;: {folder} ne contient pas de fichier {file}.</translation>
    </message>
    <message>
        <source>Start the installer again from the folder that holds {file}, or download it again.</source>
        <translation>Relancez le programme d’installation depuis le dossier qui contient {file}, ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a corrected package.</source>
        <translation>Demandez à l’éditeur de l’application un paquet d’installation corrigé.</translation>
    </message>
    <message>
        <source>Install engine-installer with its extra &apos;tensorrt&apos; where NVIDIA&apos;s own package index can be reached.</source>
        <translation>Installez engine-installer avec son extra «&#xa0;tensorrt&#xa0;» là où l’index de paquets de NVIDIA est accessible.</translation>
    </message>
    <message>
        <source>compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it</source>
        <translation>compute_capabilities&#xa0;: un modèle optimisé TensorRT classique est toujours préparé pour le GPU qui le prépare</translation>
    </message>
    <message>
        <source>Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</source>
        <translation>Pour l’installer&#xa0;: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)</source>
        <translation>la capacité de calcul 7.5, 8.0, 8.6, 8.9 ou 12.0 et ultérieure (GeForce RTX, séries 20 à 50 et équivalents)</translation>
    </message>
    <message>
        <source>optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect</source>
        <translation>optimization_level (et heuristic)&#xa0;: TensorRT-RTX ne choisit pas de tactiques, donc sans effet</translation>
    </message>
    <message>
        <source>hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities</source>
        <translation>hardware_compatibility&#xa0;: ignoré par TensorRT-RTX&#xa0;; indiquez les GPU avec compute_capabilities</translation>
    </message>
    <message>
        <source>version_compatible: TensorRT-RTX does not ship the lean runtime that it needs</source>
        <translation>version_compatible&#xa0;: TensorRT-RTX ne fournit pas le runtime allégé nécessaire</translation>
    </message>
    <message>
        <source>compute_capabilities {unknown}: TensorRT-RTX builds for {known} (leave the key out for all from 8.0 on, including newer GPUs)</source>
        <translation>compute_capabilities {unknown}&#xa0;: TensorRT-RTX prépare des modèles pour {known} (sans cette clé&#xa0;: tous à partir de 8.0, GPU plus récents compris)</translation>
    </message>
    <message>
        <source>{place} is not as it should be</source>
        <translation>{place} est incorrect</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} were measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count:,} effectuée ici en {seconds:.1f} s</numerusform>
            <numerusform>{count:,} effectuées ici en {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message>
        <source>every timing came from the cache</source>
        <translation>toutes les mesures proviennent du cache</translation>
    </message>
    <message>
        <source>{hits:,} of {total:,} timings came from the cache</source>
        <translation>{hits:,} mesures sur {total:,} proviennent du cache</translation>
    </message>
    <message>
        <source>the cache had {count:,} timings before</source>
        <translation>le cache contenait {count:,} mesures auparavant</translation>
    </message>
    <message>
        <source>none were measured here</source>
        <translation>aucune effectuée ici</translation>
    </message>
    <message>
        <source>they could not be kept: {reason}</source>
        <translation>elles n’ont pas pu être conservées&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>all {count:,} timings came from the cache</source>
        <translation>les {count:,} mesures proviennent toutes du cache</translation>
    </message>
    <message>
        <source>no timing cache</source>
        <translation>aucun cache de mesures</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>refusé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: {reason}.</source>
        <translation>Impossible {doing} {path}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: the disk is full.</source>
        <translation>Impossible {doing} {path}&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: access denied.</source>
        <translation>Impossible {doing} {path}&#xa0;: accès refusé.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: another program is using it.</source>
        <translation>Impossible {doing} {path}&#xa0;: un autre programme l’utilise.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: out of memory.</source>
        <translation>Impossible {doing} {path}&#xa0;: mémoire insuffisante.</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one.</source>
        <translation>Vérifiez le disque, ou choisissez un dossier sur un autre disque.</translation>
    </message>
    <message>
        <source>The path {path!r} has a character that no path may have.</source>
        <translation>Le chemin {path!r} contient un caractère non autorisé.</translation>
    </message>
    <message>
        <source>Free some space on that disk, or choose another folder.</source>
        <translation>Libérez de l’espace sur ce disque ou choisissez un autre dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The home folder in {path} is not known.</source>
        <translation>Le dossier personnel dans {path} est inconnu.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Choisissez un dossier dans lequel vous êtes autorisé à écrire.</translation>
    </message>
    <message>
        <source>The path {path} is relative, but the current directory no longer exists.</source>
        <translation>Le chemin {path} est relatif, mais le dossier actuel n’existe plus.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of engine-installer (schema {schema}; this version knows {known}).</source>
        <translation>{file} a été écrit par une version plus récente d’engine-installer (schéma {schema}&#xa0;; cette version connaît {known}).</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>son imbrication est trop profonde</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>ce n’est pas du JSON</translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation>Utilisez cette version.</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>l’ensemble du fichier</translation>
    </message>
    <message>
        <source>{place} is wrong</source>
        <translation>{place} est incorrect</translation>
    </message>
    <message>
        <source>it is larger than {limit_mib} MiB</source>
        <translation>sa taille dépasse {limit_mib}&#xa0;Mio</translation>
    </message>
    <message>
        <source>{setting} {value}, was {old}</source>
        <translation>{setting} {value}, auparavant {old}</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}.</translation>
    </message>
    <message>
        <source>Engines for other computers can be built anyway.</source>
        <translation>Des modèles optimisés pour d’autres ordinateurs peuvent tout de même être préparés.</translation>
    </message>
    <message>
        <source>{library} {version} is installed</source>
        <translation>{library} {version} est installé</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.</source>
        <translation>La préparation du modèle {model!r} a été arrêtée, car elle n’avançait plus depuis {minutes} min.</translation>
    </message>
    <message>
        <source>It has crashed in the same way before, so the cause is this model: the engine library fails on it, for example because its network is too deep.</source>
        <translation>Elle s’est déjà arrêtée de la même façon&#xa0;; la cause est donc ce modèle&#xa0;: la bibliothèque d’IA échoue, par exemple parce que son réseau est trop profond.</translation>
    </message>
    <message>
        <source>Report it to the application&apos;s vendor; trying again does not help.</source>
        <translation>Signalez-le à l’éditeur de l’application&#xa0;; réessayer ne sert à rien.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may take {limit_mib} MiB of memory.</source>
        <translation>La préparation du modèle {model!r} a été arrêtée, car elle avait pris {used_mib}&#xa0;Mio et toutes les préparations ensemble peuvent prendre {limit_mib}&#xa0;Mio de mémoire.</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} MiB; it {verdict}.</source>
        <translation>{gpu} dispose de {free_mib} Mio libres sur {total_mib} Mio, alors que le modèle {model!r} nécessite au moins {needed_mib} Mio&#xa0;; cette carte {verdict}.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} crashed: {how}.</source>
        <translation>La préparation du modèle {model!r} s’est arrêtée de façon inattendue&#xa0;: {how}.</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory, or the installation is damaged.</source>
        <translation>Un antivirus l’a peut-être bloqué, le système manque peut-être de fichiers ou de mémoire, ou l’installation est endommagée.</translation>
    </message>
    <message>
        <source>Use a computer with more memory. If that does not help, ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>Utilisez un ordinateur avec plus de mémoire. Si cela ne suffit pas, adressez-vous à l’éditeur de l’application&#xa0;: le modèle est peut-être endommagé.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} could not be started: {reason}</source>
        <translation>La préparation du modèle {model!r} n’a pas pu démarrer&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}, so timing the kernels again would be no better.</source>
        <translation>{gpu} {verdict}&#xa0;; de nouvelles mesures ne seraient donc pas meilleures.</translation>
    </message>
    <message>
        <source>{model} for {gpu}</source>
        <translation>{model} pour {gpu}</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked</source>
        <translation>app.toml indique verify = false&#xa0;: les fichiers de ce paquet n’ont pas été vérifiés</translation>
    </message>
    <message>
        <source>every file has the hash that app.toml states</source>
        <translation>chaque fichier a l’empreinte indiquée dans app.toml</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>choix demandé</translation>
    </message>
    <message numerus="yes">
        <source>{count} models to build, {cores} cores; as far as free memory allows</source>
        <translation>
            <numerusform>{count} modèle à préparer, {cores} cœurs&#xa0;; selon la mémoire libre</numerusform>
            <numerusform>{count} modèles à préparer, {cores} cœurs&#xa0;; selon la mémoire libre</numerusform>
        </translation>
    </message>
    <message>
        <source>three quarters of the system memory</source>
        <translation>les trois quarts de la mémoire du système</translation>
    </message>
    <message>
        <source>{library} needs a GPU of {gpus}</source>
        <translation>{library} nécessite un GPU doté de {gpus}</translation>
    </message>
    <message>
        <source>{error} That may be because {problem}.</source>
        <translation>{error} Cause possible&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>The model {model!r} needs a supported NVIDIA GPU, but {reason}.</source>
        <translation>Le modèle {model!r} nécessite un GPU NVIDIA pris en charge, mais {reason}.</translation>
    </message>
    <message>
        <source>kernels are timed on the GPU, and two builds at once would disturb each other</source>
        <translation>des mesures ont lieu sur le GPU, et deux préparations simultanées se gêneraient</translation>
    </message>
    <message>
        <source>the largest model may need as much</source>
        <translation>le plus grand modèle peut en avoir besoin</translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation>{library} n’est pas installé.</translation>
    </message>
    <message>
        <source>{library} cannot honour {setting}</source>
        <translation>{library} ne prend pas en charge ce réglage&#xa0;: {setting}</translation>
    </message>
    <message>
        <source>Portable engines cannot be built here: {reasons}.</source>
        <translation>Impossible de préparer ici des modèles optimisés portables&#xa0;: {reasons}.</translation>
    </message>
    <message>
        <source>No engine library can build {model!r}: {reasons}.</source>
        <translation>Aucune bibliothèque d’IA ne peut préparer {model!r}&#xa0;: {reasons}.</translation>
    </message>
    <message>
        <source>{library} supports {gpus}</source>
        <translation>{library} prend en charge {gpus}</translation>
    </message>
    <message>
        <source>{library} cannot honour what was asked for:
{settings}</source>
        <translation>{library} ne prend pas en charge ce qui a été demandé&#xa0;:
{settings}</translation>
    </message>
    <message>
        <source>library default</source>
        <translation>valeur par défaut de la bibliothèque</translation>
    </message>
    <message>
        <source>{library} builds for the GPU that it runs on</source>
        <translation>{library} prépare des modèles pour le GPU sur lequel il s’exécute</translation>
    </message>
    <message>
        <source>{capability} is newer than every GPU that can be named</source>
        <translation>{capability} est plus récent que tous les GPU que l’on peut indiquer</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines</source>
        <translation>{library} ne peut pas préparer de modèles optimisés portables</translation>
    </message>
    <message>
        <source>engines that do not depend on it were asked for</source>
        <translation>les modèles optimisés demandés n’en dépendent pas</translation>
    </message>
    <message>
        <source>{library} cannot honour these settings of the model {model!r}:
{settings}</source>
        <translation>{library} ne prend pas en charge ces réglages du modèle {model!r}&#xa0;:
{settings}</translation>
    </message>
    <message>
        <source>only {gpu} will run these engines</source>
        <translation>seul {gpu} pourra exécuter ces modèles optimisés</translation>
    </message>
    <message>
        <source>the feature {feature!r} was not chosen</source>
        <translation>la fonction {feature!r} n’a pas été choisie</translation>
    </message>
    <message>
        <source>{library} is not installed</source>
        <translation>{library} n’est pas installé</translation>
    </message>
    <message>
        <source>--gpu builds for a GPU of this computer, --portable and --for build without regard to any.</source>
        <translation>--gpu prépare des modèles pour un GPU de cet ordinateur&#xa0;; --portable et --for n’en tiennent pas compte.</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines: it times kernels on the GPU of this machine.</source>
        <translation>{library} ne peut pas préparer de modèles optimisés portables&#xa0;: il effectue des mesures sur le GPU de cet ordinateur.</translation>
    </message>
    <message>
        <source>the app package names them</source>
        <translation>indiqués par le paquet d’installation</translation>
    </message>
    <message>
        <source>finished by a run that was interrupted</source>
        <translation>terminé lors d’une exécution interrompue</translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation>Omettez l’une des deux.</translation>
    </message>
    <message>
        <source>Leave out --portable and --for, or use --backend tensorrt-rtx.</source>
        <translation>Omettez --portable et --for, ou utilisez --backend tensorrt-rtx.</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>comme demandé</translation>
    </message>
    <message>
        <source>{problem:capital}, and these engines do not need one</source>
        <translation>{problem:capital}, mais ces modèles optimisés n’en ont pas besoin</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {reason}</source>
        <translation>Cet ordinateur ne peut pas exécuter ces modèles optimisés&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{gpu}, compute capability {capability}, {mib} MiB</source>
        <translation>{gpu}, capacité de calcul {capability}, {mib} Mio</translation>
    </message>
    <message>
        <source>{free_mib} of {total_mib} MiB free</source>
        <translation>{free_mib}&#xa0;Mio libres sur {total_mib}&#xa0;Mio</translation>
    </message>
    <message>
        <source>building {model!r} may need {needed_mib} MiB</source>
        <translation>la préparation de {model!r} peut nécessiter {needed_mib}&#xa0;Mio</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Libérez de l’espace ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation>écriture possible dans {folder}</translation>
    </message>
    <message>
        <source>NVIDIA driver {version}</source>
        <translation>Pilote NVIDIA {version}</translation>
    </message>
    <message>
        <source>{gpu}: supported by {libraries}</source>
        <translation>{gpu}&#xa0;: pris en charge par {libraries}</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free</source>
        <translation>{gpu} dispose de {free_mib}&#xa0;Mio libres sur {total_mib}&#xa0;Mio</translation>
    </message>
    <message>
        <source>{model!r} needs at least {needed_mib} MiB</source>
        <translation>{model!r} nécessite au moins {needed_mib}&#xa0;Mio</translation>
    </message>
    <message>
        <source>{free}; builds may take {limit_mib} MiB ({reason})</source>
        <translation>{free}&#xa0;; les préparations peuvent prendre {limit_mib}&#xa0;Mio ({reason})</translation>
    </message>
    <message>
        <source>Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.</source>
        <translation>Préparer {model!r} peut demander {needed_mib}&#xa0;Mio, et les préparations peuvent prendre {limit_mib}&#xa0;Mio de mémoire.</translation>
    </message>
    <message>
        <source>the free space on the volume of {folder} is unknown</source>
        <translation>l’espace libre du volume de {folder} est inconnu</translation>
    </message>
    <message>
        <source>{free_mib} MiB free for {folder}</source>
        <translation>{free_mib}&#xa0;Mio libres pour {folder}</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs about {needed_mib} MiB.</source>
        <translation>Espace insuffisant sur le volume de {folder}&#xa0;: {free_mib}&#xa0;Mio sont libres, alors que l’installation nécessite environ {needed_mib}&#xa0;Mio.</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about {needed_mib} MiB.</source>
        <translation>Espace insuffisant sur le volume de {folder}&#xa0;: {free_mib}&#xa0;Mio sont libres, alors que les modèles optimisés nécessitent environ {needed_mib}&#xa0;Mio.</translation>
    </message>
    <message>
        <source>NVIDIA driver {version} (CUDA {cuda})</source>
        <translation>Pilote NVIDIA {version} (CUDA {cuda})</translation>
    </message>
    <message>
        <source>Run the installation with a higher limit of memory.</source>
        <translation>Lancez l’installation avec une limite de mémoire plus élevée.</translation>
    </message>
    <message>
        <source>no other run is using this target</source>
        <translation>aucune autre installation n’est en cours dans ce dossier</translation>
    </message>
    <message>
        <source>{count} problems prevent the installation:</source>
        <translation>{count} problèmes empêchent l’installation&#xa0;:</translation>
    </message>
    <message>
        <source>This computer has too little memory: {need}.</source>
        <translation>Cet ordinateur n’a pas assez de mémoire&#xa0;: {need}.</translation>
    </message>
    <message>
        <source>The path {folder} cannot be spelled in this system&apos;s character set.</source>
        <translation>Le chemin {folder} ne peut pas être écrit dans le jeu de caractères de ce système.</translation>
    </message>
    <message>
        <source>The container sets this limit: give it more memory.</source>
        <translation>Le conteneur fixe cette limite&#xa0;: donnez-lui plus de mémoire.</translation>
    </message>
    <message>
        <source>The shell or the service that started this sets the limit: raise it (ulimit -v).</source>
        <translation>Le shell ou le service qui a démarré ce programme fixe la limite&#xa0;: augmentez-la (ulimit -v).</translation>
    </message>
    <message>
        <source>{gpu}: {reason}</source>
        <translation>{gpu}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>This program may use too little memory: {need}.</source>
        <translation>Ce programme peut utiliser trop peu de mémoire&#xa0;: {need}.</translation>
    </message>
    <message>
        <source>Choose a folder with another name.</source>
        <translation>Choisissez un dossier portant un autre nom.</translation>
    </message>
    <message>
        <source>Building {model!r} hit an internal error: {error}</source>
        <translation>La préparation de {model!r} a rencontré une erreur interne&#xa0;: {error}</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {problem}</source>
        <translation>ceux fournis avec l’application sont inutilisables&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>it ended with exit status {status}</source>
        <translation>il s’est terminé avec le code de sortie {status}</translation>
    </message>
    <message>
        <source>only {found} bytes of a {expected}-byte header</source>
        <translation>seulement {found} octets d’un en-tête de {expected} octets</translation>
    </message>
    <message>
        <source>the mark of a TensorRT engine is missing</source>
        <translation>la marque d’un modèle optimisé TensorRT est absente</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>fichier vide</translation>
    </message>
    <message>
        <source>the second mark of a TensorRT-RTX header is missing</source>
        <translation>la seconde marque d’un en-tête TensorRT-RTX est absente</translation>
    </message>
    <message>
        <source>unknown serialization version {version}</source>
        <translation>version de sérialisation inconnue&#xa0;: {version}</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {target}.</source>
        <translation>Une autre installation par engine-installer est en cours dans {target}.</translation>
    </message>
    <message>
        <source>it is an engine of {library}</source>
        <translation>c’est un modèle optimisé de {library}</translation>
    </message>
    <message>
        <source>it was built by version {version}, not {expected}</source>
        <translation>il a été préparé avec la version {version} et non {expected}</translation>
    </message>
    <message>
        <source>it runs on {targets}, not on {expected}</source>
        <translation>il fonctionne sur {targets} et non sur {expected}</translation>
    </message>
    <message>
        <source>The engine {file!r} did not pass verification: {problem}.</source>
        <translation>La vérification du modèle optimisé {file!r} a échoué&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>it has {actual} bytes, the writer counted {counted}, the header says {stated}</source>
        <translation>il compte {actual} octets, l’écriture en a compté {counted}, l’en-tête en indique {stated}</translation>
    </message>
    <message>
        <source>its content is not what the library delivered</source>
        <translation>son contenu n’est pas celui fourni par la bibliothèque</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use by {programs}</source>
        <translation>{reason}, mais mesuré pendant que le GPU était en cours d’utilisation par {programs}</translation>
    </message>
    <message>
        <source>built with {library}, but {wanted} must be used</source>
        <translation>préparé avec {library}, alors que {wanted} doit être utilisé</translation>
    </message>
    <message>
        <source>the settings have changed: {changes}</source>
        <translation>les paramètres ont changé&#xa0;: {changes}</translation>
    </message>
    <message>
        <source>{library} has changed from {old} to {new}</source>
        <translation>{library} est passé de la version {old} à la version {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, which engines survive</source>
        <translation>le pilote est passé de {old} à {new}&#xa0;; les modèles optimisés restent valables</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use</source>
        <translation>{reason}, mais mesuré pendant que le GPU était en cours d’utilisation</translation>
    </message>
    <message>
        <source>compute capability {own}</source>
        <translation>capacité de calcul {own}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a version that supports this graphics card.</source>
        <translation>Demandez à l’éditeur de l’application une version compatible avec cette carte graphique.</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Un problème inattendu s’est produit.</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>L’opération a été arrêtée avant la fin.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly.</source>
        <translation>Une partie de l’installation s’est arrêtée de façon inattendue.</translation>
    </message>
    <message>
        <source>An AI feature did not pass its final check.</source>
        <translation>Une fonction d’IA n’a pas réussi la vérification finale.</translation>
    </message>
    <message>
        <source>The setup could not be made.</source>
        <translation>Le programme d’installation n’a pas pu être créé.</translation>
    </message>
    <message>
        <source>The setup took longer than it was allowed to.</source>
        <translation>L’installation a duré plus longtemps que permis.</translation>
    </message>
    <message>
        <source>Another program is using your graphics card.</source>
        <translation>Un autre programme utilise votre carte graphique.</translation>
    </message>
    <message>
        <source>Nothing is installed here.</source>
        <translation>Rien n’est installé ici.</translation>
    </message>
    <message>
        <source>This setup is incomplete or damaged. Download it again.</source>
        <translation>Ce programme d’installation est incomplet ou endommagé. Téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>This application is already being set up in another window.</source>
        <translation>Cette application est déjà en cours d’installation dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>An AI feature has a fault that only its publisher can correct.</source>
        <translation>Une fonction d’IA présente un défaut que seul son éditeur peut corriger.</translation>
    </message>
    <message>
        <source>The log file of the setup cannot be written.</source>
        <translation>Impossible d’écrire le fichier journal de l’installation.</translation>
    </message>
    <message>
        <source>It was stopped, because going on would not be safe.</source>
        <translation>L’opération a été arrêtée, car il n’aurait pas été sûr de continuer.</translation>
    </message>
    <message>
        <source>The AI features cannot be set up on this PC.</source>
        <translation>Les fonctions d’IA ne peuvent pas être configurées sur ce PC.</translation>
    </message>
    <message>
        <source>A part of the setup could not be downloaded. Check your internet connection.</source>
        <translation>Une partie de l’installation n’a pas pu être téléchargée. Vérifiez votre connexion Internet.</translation>
    </message>
    <message>
        <source>The setup cannot go on with these settings.</source>
        <translation>L’installation ne peut pas continuer avec ces paramètres.</translation>
    </message>
    <message>
        <source>You are not allowed to write there.</source>
        <translation>Vous n’êtes pas autorisé à y enregistrer des fichiers.</translation>
    </message>
    <message>
        <source>Your PC had too little free memory. Close other programs, then try again.</source>
        <translation>Votre PC n’avait pas assez de mémoire libre. Fermez les autres programmes, puis réessayez.</translation>
    </message>
    <message>
        <source>Another program is using a file that must be replaced. Close it, then try again.</source>
        <translation>Un autre programme utilise un fichier qui doit être remplacé. Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk became full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Un fichier n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>Réessayez pour continuer.</translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation>Ce dossier ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>Un fichier n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Another program is using a file that is needed. Close it, then try again.</source>
        <translation>Un autre programme utilise un fichier nécessaire. Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>You are not allowed to read a file that is needed.</source>
        <translation>Vous n’êtes pas autorisé à lire un fichier nécessaire.</translation>
    </message>
    <message>
        <source>You are not allowed to change what is installed there.</source>
        <translation>Vous n’êtes pas autorisé à modifier ce qui y est installé.</translation>
    </message>
    <message>
        <source>Close the program that uses it, then try again.</source>
        <translation>Fermez le programme qui l’utilise, puis réessayez.</translation>
    </message>
    <message>
        <source>Enter a full path.</source>
        <translation>Saisissez un chemin complet.</translation>
    </message>
    <message>
        <source>it has more than {count} entries</source>
        <translation>il a plus de {count} entrées</translation>
    </message>
    <message>
        <source>What is installed here is newer than this setup.</source>
        <translation>La version installée ici est plus récente que ce programme d’installation.</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>il a grossi pendant sa lecture</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation>c’est un tube</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>c’est un socket</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>c’est un périphérique</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>c’est un lien symbolique</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for {feature}. Close other programs that use it, then try again.</source>
        <translation>Votre carte graphique n’a pas assez de mémoire libre pour {feature}. Fermez les autres programmes qui l’utilisent, puis réessayez.</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for the AI features. Close other programs that use it, then try again.</source>
        <translation>Votre carte graphique n’a pas assez de mémoire libre pour les fonctions d’IA. Fermez les autres programmes qui l’utilisent, puis réessayez.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}</source>
        <translation>{library} ne peut pas préparer {model!r} pour {gpu} (capacité de calcul {own})&#xa0;: {reason:part}</translation>
    </message>
    <message>
        <source>the model uses {data_type}, which needs compute capability {least} or newer</source>
        <translation>le modèle utilise {data_type}, qui nécessite la capacité de calcul {least} ou une plus récente</translation>
    </message>
    <message>
        <source>It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.</source>
        <translation>Elle attendait le disque, la carte graphique ou elle-même. Réessayez&#xa0;; si cela ne suffit pas, signalez le problème.</translation>
    </message>
    <message>
        <source>The log has the details: {file}</source>
        <translation>Les détails sont dans le journal&#xa0;: {file}</translation>
    </message>
    <message>
        <source>There is no log with the details.</source>
        <translation>Il n’y a pas de journal avec les détails.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.</source>
        <translation>La préparation du modèle {model!r} a été arrêtée, car elle avait duré {hours} h, bien plus que prévu.</translation>
    </message>
    <message>
        <source>Close other programs, then try again; if it crashes again, report it.</source>
        <translation>Fermez les autres programmes, puis réessayez&#xa0;; si le problème se reproduit, signalez-le.</translation>
    </message>
    <message>
        <source>An AI feature needed more memory than this PC can give it.</source>
        <translation>Une fonction d’IA a eu besoin de plus de mémoire que ce PC ne peut lui en fournir.</translation>
    </message>
    <message>
        <source>A part of the setup stopped answering.</source>
        <translation>Une partie de l’installation a cessé de répondre.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>Adressez-vous à l’éditeur de l’application&#xa0;: le modèle est peut-être endommagé.</translation>
    </message>
    <message>
        <source>An AI feature took far longer than it should.</source>
        <translation>Une fonction d’IA a demandé beaucoup plus de temps que la normale.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly, in the same way as before.</source>
        <translation>Une partie de l’installation s’est arrêtée de façon inattendue, comme la fois précédente.</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card, then try again.</source>
        <translation>Fermez les autres programmes qui utilisent la carte graphique, puis réessayez.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Fermez les autres programmes, puis réessayez.</translation>
    </message>
    <message>
        <source>A part of the setup could not be started.</source>
        <translation>Une partie de l’installation n’a pas pu démarrer.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly. Your PC may have run out of memory.</source>
        <translation>Une partie de l’installation s’est arrêtée de façon inattendue. Votre PC a peut-être manqué de mémoire.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for compute capability {targets}: {reason:part}.</source>
        <translation>{library} ne peut pas préparer {model!r} pour la capacité de calcul {targets}&#xa0;: {reason:part}.</translation>
    </message>
    <message>
        <source>every engine is built again, as asked for</source>
        <translation>tous les modèles optimisés sont préparés à nouveau, comme demandé</translation>
    </message>
    <message>
        <source>one engine for every GPU of {capabilities}</source>
        <translation>un modèle optimisé pour tous les GPU de {capabilities}</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}</source>
        <translation>TensorRT-RTX ne prend pas en charge {operation} sur les GPU Turing&#xa0;; le premier concerné est {node}</translation>
    </message>
    <message>
        <source>the node {node!r}</source>
        <translation>le nœud {node!r}</translation>
    </message>
    <message>
        <source>a matrix product in fp32</source>
        <translation>un produit matriciel en fp32</translation>
    </message>
    <message>
        <source>a 3-D convolution in fp32</source>
        <translation>une convolution 3D en fp32</translation>
    </message>
    <message>
        <source>a convolution in int8</source>
        <translation>une convolution en int8</translation>
    </message>
    <message>
        <source>an operation ({reason})</source>
        <translation>une opération ({reason})</translation>
    </message>
    <message>
        <source>the node that computes {tensor!r}</source>
        <translation>le nœud qui calcule {tensor!r}</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs</source>
        <translation>TensorRT-RTX ne prend pas en charge {operation} sur les GPU Turing</translation>
    </message>
    <message>
        <source>What was downloaded could not be verified, so it was not used.</source>
        <translation>Ce qui a été téléchargé n’a pas pu être vérifié et n’a donc pas été utilisé.</translation>
    </message>
    <message>
        <source>Files are in use. Close {programs}, then try again.</source>
        <translation>Des fichiers sont utilisés. Fermez {programs}, puis réessayez.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: it is in use by {programs}.</source>
        <translation>Impossible {doing} {path}&#xa0;: en cours d’utilisation par {programs}.</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this version of the model</source>
        <translation>l’éditeur ne propose aucun modèle optimisé pour cette version du modèle</translation>
    </message>
    <message>
        <source>it is not in the setup: {mb:.1f} MB to download</source>
        <translation>il n’est pas inclus dans le programme d’installation&#xa0;: {mb:.1f} Mo à télécharger</translation>
    </message>
    <message>
        <source>The model {model!r} is neither in the setup nor among what can be downloaded.</source>
        <translation>Le modèle {model!r} n’est pas inclus dans le programme d’installation et ne peut pas non plus être téléchargé.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for it.</source>
        <translation>Demandez-le à l’éditeur de l’application.</translation>
    </message>
    <message>
        <source>The vendor has no AI feature ready for this PC.</source>
        <translation>L’éditeur ne propose aucune fonction d’IA prête pour ce PC.</translation>
    </message>
    <message>
        <source>app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.</source>
        <translation>Selon app.toml, {file} compte {stated} octets, mais l’éditeur en fournit {found}.</translation>
    </message>
    <message>
        <source>{cores} cores; as far as free memory allows; downloads one by one</source>
        <translation>{cores} cœurs&#xa0;; selon la mémoire libre&#xa0;; téléchargements un par un</translation>
    </message>
    <message>
        <source>other GPUs get engines from other variants</source>
        <translation>les autres GPU reçoivent des modèles optimisés issus d’autres variantes</translation>
    </message>
    <message>
        <source>An AI feature gave wrong results on this PC.</source>
        <translation>Une fonction d’IA a donné des résultats incorrects sur ce PC.</translation>
    </message>
    <message>
        <source>Checking the results on {gpu}</source>
        <translation>Vérification des résultats sur {gpu}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} is another one</source>
        <translation>le plug-in {plugin!r} n’est plus le même</translation>
    </message>
    <message>
        <source>{way}: {reason:part}</source>
        <translation>{way}&#xa0;: {reason:part}</translation>
    </message>
    <message>
        <source>What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.</source>
        <translation>Ce qui correspond à {model!r} donne des résultats incorrects sur {gpu}, quelle que soit la façon de le configurer.</translation>
    </message>
    <message>
        <source>as downloaded</source>
        <translation>tel que téléchargé</translation>
    </message>
    <message>
        <source>The engine that was there before stays.</source>
        <translation>Le modèle optimisé précédent est conservé.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non vérifiés</translation>
    </message>
    <message>
        <source>its results were not checked yet</source>
        <translation>ses résultats n’ont pas encore été vérifiés</translation>
    </message>
    <message>
        <source>the vendor has changed what its results are checked with</source>
        <translation>l’éditeur a modifié ce qui sert à vérifier ses résultats</translation>
    </message>
    <message>
        <source>its results were checked on {old}, but the GPU is now {new}</source>
        <translation>ses résultats ont été vérifiés sur {old}, mais le GPU est maintenant {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, so its results are checked again</source>
        <translation>le pilote est passé de {old} à {new}&#xa0;; ses résultats sont donc vérifiés à nouveau</translation>
    </message>
    <message>
        <source>without timings from elsewhere</source>
        <translation>sans mesures venues d’ailleurs</translation>
    </message>
    <message>
        <source>as installed</source>
        <translation>tel qu’installé</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s newest driver, then try again; if that does not help, ask the application&apos;s vendor.</source>
        <translation>Installez le pilote NVIDIA le plus récent, puis réessayez&#xa0;; si cela ne suffit pas, adressez-vous à l’éditeur de l’application.</translation>
    </message>
    <message>
        <source>checked on {gpu}</source>
        <translation>vérifiés sur {gpu}</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>aucune réponse n’a été reçue</translation>
    </message>
    <message>
        <source>with optimization level {level}</source>
        <translation>avec le niveau d’optimisation {level}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>with {library}</source>
        <translation>avec {library}</translation>
    </message>
    <message>
        <source>from {file}, which is in fp32</source>
        <translation>à partir de {file}, qui est en fp32</translation>
    </message>
    <message>
        <source>What was there before stays.</source>
        <translation>Ce qui était en place auparavant est conservé.</translation>
    </message>
    <message>
        <source>it crashed when it was tried: {how}</source>
        <translation>il s’est arrêté de façon inattendue lors de l’essai&#xa0;: {how}</translation>
    </message>
    <message>
        <source>it did not come to an end when it was tried</source>
        <translation>il ne s’est pas terminé lors de l’essai</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>comme d’habitude</translation>
    </message>
    <message>
        <source>with what the vendor knows to be right</source>
        <translation>avec ce que l’éditeur sait être correct</translation>
    </message>
    <message>
        <source>none was asked for</source>
        <translation>aucune vérification n’a été demandée</translation>
    </message>
    <message>
        <source>the app package asks for none</source>
        <translation>le paquet d’installation ne demande aucune vérification</translation>
    </message>
    <message>
        <source>no GPU of this computer can run it</source>
        <translation>aucun GPU de cet ordinateur ne peut l’exécuter</translation>
    </message>
    <message>
        <source>An AI feature cannot be optimized for this kind of graphics card.</source>
        <translation>Une fonction d’IA ne peut pas être optimisée pour ce type de carte graphique.</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>AI software</source>
        <translation>Logiciel d’IA</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>Mémoire graphique</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Other setups</source>
        <translation>Autres installations</translation>
    </message>
    <message>
        <source>{card}, {memory}</source>
        <translation>{card}, {memory}</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{free} libres sur {total}</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>Vérification impossible</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Non installé</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Inactif</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>Redémarrage nécessaire</translation>
    </message>
    <message>
        <source>Not for this user</source>
        <translation>Pas pour cet utilisateur</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card</source>
        <translation>Aucune carte graphique NVIDIA</translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation>{version} ou plus récent</translation>
    </message>
    <message>
        <source>Not included</source>
        <translation>Non inclus</translation>
    </message>
    <message>
        <source>RTX {series} series or newer</source>
        <translation>RTX série {series} ou plus récente</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Ne répond pas</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Non nécessaire</translation>
    </message>
    <message>
        <source>none is installed, and nothing is built here</source>
        <translation>aucune n’est installée, et rien n’est préparé ici</translation>
    </message>
    <message>
        <source>Your PC has too little memory for the AI features.</source>
        <translation>Votre PC n’a pas assez de mémoire pour les fonctions d’IA.</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Inclus</translation>
    </message>
    <message>
        <source>the engine library is not here, and nothing had to be built</source>
        <translation>la bibliothèque d’IA n’est pas présente ici, et rien n’avait besoin d’être préparé</translation>
    </message>
    <message>
        <source>is built again {way}</source>
        <translation>est préparé à nouveau {way}</translation>
    </message>
    <message>
        <source>is downloaded instead</source>
        <translation>est téléchargé à la place</translation>
    </message>
    <message>
        <source>{engine} gives wrong results now and is set up again.</source>
        <translation>{engine} donne maintenant des résultats incorrects et est configuré à nouveau.</translation>
    </message>
    <message>
        <source>{engine} gave wrong results and is set up in another way.</source>
        <translation>{engine} a donné des résultats incorrects et est configuré d’une autre façon.</translation>
    </message>
    <message>
        <source>is built here instead</source>
        <translation>est préparé ici à la place</translation>
    </message>
    <message>
        <source>is built again</source>
        <translation>est préparé à nouveau</translation>
    </message>
    <message>
        <source>{engine} could not be downloaded and is built here instead: {reason}</source>
        <translation>{engine} n’a pas pu être téléchargé et est préparé ici à la place&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be built here and is downloaded instead: {reason}</source>
        <translation>{engine} n’a pas pu être préparé ici et est téléchargé à la place&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be set up in this way and is set up in another one.</source>
        <translation>{engine} n’a pas pu être configuré de cette façon et est configuré d’une autre.</translation>
    </message>
    <message>
        <source>Report it with the log file.</source>
        <translation>Signalez le problème en joignant le fichier journal.</translation>
    </message>
    <message>
        <source>the app package has it built here</source>
        <translation>le paquet d’installation demande de le préparer ici</translation>
    </message>
    <message>
        <source>the app package has it downloaded</source>
        <translation>le paquet d’installation demande de le télécharger</translation>
    </message>
    <message>
        <source>the app package prefers downloads</source>
        <translation>le paquet d’installation privilégie les téléchargements</translation>
    </message>
    <message>
        <source>the app package prefers building here</source>
        <translation>le paquet d’installation privilégie la préparation sur cet ordinateur</translation>
    </message>
    <message>
        <source>this takes less time</source>
        <translation>cela prend moins de temps</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s, after {mb:.0f} MB of the engine library</source>
        <translation>la préparation ici prend environ {seconds} s, après le téléchargement de la bibliothèque d’IA ({mb:.0f} Mo)</translation>
    </message>
    <message>
        <source>The engine of {model!r} cannot be downloaded: {reason}.</source>
        <translation>Le modèle optimisé de {model!r} ne peut pas être téléchargé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{offer}: {mb:.1f} MB, about {seconds} s</source>
        <translation>{offer}&#xa0;: {mb:.1f} Mo, environ {seconds} s</translation>
    </message>
    <message>
        <source>nothing can be downloaded now: {reason:part}</source>
        <translation>rien ne peut être téléchargé actuellement&#xa0;: {reason:part}</translation>
    </message>
    <message>
        <source>it cannot be built here: {reason:part}</source>
        <translation>il ne peut pas être préparé ici&#xa0;: {reason:part}</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s</source>
        <translation>la préparation ici prend environ {seconds} s</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for an engine for this computer.</source>
        <translation>Demandez à l’éditeur de l’application un modèle optimisé pour cet ordinateur.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} libres</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>Il n’y a pas assez d’espace sur le disque.</translation>
    </message>
    <message>
        <source>Cannot be written to</source>
        <translation>Écriture impossible</translation>
    </message>
    <message>
        <source>One is running</source>
        <translation>Une est en cours</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>Écriture possible</translation>
    </message>
    <message>
        <source>None running</source>
        <translation>Aucune en cours</translation>
    </message>
    <message>
        <source>A folder with this name cannot be used on this PC.</source>
        <translation>Un dossier portant ce nom ne peut pas être utilisé sur ce PC.</translation>
    </message>
    <message>
        <source>no variant is for compute capability {own}</source>
        <translation>aucune variante n’est prévue pour la capacité de calcul {own}</translation>
    </message>
    <message>
        <source>compute capability {own} has {data_type}</source>
        <translation>la capacité de calcul {own} prend en charge {data_type}</translation>
    </message>
    <message>
        <source>it is for compute capability {named}</source>
        <translation>elle est prévue pour la capacité de calcul {named}</translation>
    </message>
    <message>
        <source>exit status {status} without saying why</source>
        <translation>code de sortie {status} sans en indiquer la raison</translation>
    </message>
    <message>
        <source>different from what the vendor tested</source>
        <translation>différent de ce que l’éditeur a testé</translation>
    </message>
    <message>
        <source>not comparable with the vendor&apos;s engine: {reason}</source>
        <translation>non comparable avec le modèle optimisé de l’éditeur&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>the engine library gives this model other bytes in some builds</source>
        <translation>la bibliothèque d’IA ne produit pas les mêmes octets à chaque préparation de ce modèle</translation>
    </message>
    <message>
        <source>this engine was not built at fixed addresses (reproducible = true in app.toml)</source>
        <translation>ce modèle optimisé n’a pas été préparé à des adresses fixes (reproducible = true dans app.toml)</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about this version of the model</source>
        <translation>l’éditeur n’a rien déclaré au sujet de cette version du modèle</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about engines of {library}</source>
        <translation>l’éditeur n’a rien déclaré au sujet des modèles optimisés de {library}</translation>
    </message>
    <message>
        <source>the vendor tested this model with other settings</source>
        <translation>l’éditeur a testé ce modèle avec d’autres réglages</translation>
    </message>
    <message>
        <source>it was built with {library} {version}, and the vendor tested {versions}</source>
        <translation>il a été préparé avec {library} {version}, alors que l’éditeur a testé {versions}</translation>
    </message>
    <message>
        <source>it was built on {system}, and the vendor tested on {systems}</source>
        <translation>il a été préparé sous {system}, alors que l’éditeur a effectué ses tests sous {systems}</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about an engine for {targets}</source>
        <translation>l’éditeur n’a rien déclaré au sujet d’un modèle optimisé pour {targets}</translation>
    </message>
    <message>
        <source>identical to the engine that the vendor tested</source>
        <translation>identique au modèle optimisé que l’éditeur a testé</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Attendez qu’elle soit terminée, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the disk and report it with the log file.</source>
        <translation>Réessayez&#xa0;; si le problème se reproduit, vérifiez le disque et signalez le problème en joignant le fichier journal.</translation>
    </message>
    <message>
        <source>the variants have changed: built from {built_from}, not {needed}</source>
        <translation>les variantes ont changé&#xa0;; préparé à partir de&#xa0;: {built_from}&#xa0;; nécessaire&#xa0;: {needed}</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: built from {built_from}, but {needed} is for it</source>
        <translation>le GPU est maintenant {gpu}&#xa0;; préparé à partir de&#xa0;: {built_from}&#xa0;; prévu pour ce GPU&#xa0;: {needed}</translation>
    </message>
    <message>
        <source>the variant {variant!r}</source>
        <translation>la variante {variant!r}</translation>
    </message>
    <message>
        <source>the model&apos;s own file</source>
        <translation>le fichier propre au modèle</translation>
    </message>
    <message>
        <source>recorded for {built_for}, but the model cannot be built for {refused}</source>
        <translation>enregistré pour {built_for}, alors que le modèle ne peut pas être préparé pour {refused}</translation>
    </message>
    <message>
        <source>built for {built_for}, but {needed} is needed</source>
        <translation>préparé pour un GPU de {built_for}, alors que {needed} est nécessaire</translation>
    </message>
    <message>
        <source>built for {built_for} with this library version</source>
        <translation>préparé pour {built_for} avec cette version de la bibliothèque</translation>
    </message>
    <message>
        <source>{gpu} (compute capability {own})</source>
        <translation>{gpu} (capacité de calcul {own})</translation>
    </message>
    <message>
        <source>compute capability {own} and newer</source>
        <translation>capacité de calcul {own} et plus récentes</translation>
    </message>
    <message>
        <source>this version knows more settings</source>
        <translation>cette version connaît davantage de réglages</translation>
    </message>
    <message>
        <source>the file {file} is missing</source>
        <translation>le fichier {file} est manquant</translation>
    </message>
    <message>
        <source>the file {file} is damaged</source>
        <translation>le fichier {file} est endommagé</translation>
    </message>
    <message>
        <source>it gives wrong results: {reason:part}</source>
        <translation>il donne des résultats incorrects&#xa0;: {reason:part}</translation>
    </message>
    <message>
        <source>built on {system}, but this is {this}</source>
        <translation>préparé sous {system}, alors que ce système est {this}</translation>
    </message>
    <message>
        <source>the GPU has changed from {old} to {new}</source>
        <translation>le GPU {old} a été remplacé par {new}</translation>
    </message>
    <message>
        <source>built for this GPU with this library version</source>
        <translation>préparé pour ce GPU avec cette version de la bibliothèque</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: {reason}</source>
        <translation>le GPU est désormais {gpu}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>there is no supported GPU in this computer now</source>
        <translation>cet ordinateur ne comporte plus de GPU pris en charge</translation>
    </message>
    <message>
        <source>the vendor offers an engine that runs on every GPU from compute capability 8.0 on</source>
        <translation>l’éditeur propose un modèle optimisé qui fonctionne sur tous les GPU à partir de la capacité de calcul 8.0</translation>
    </message>
    <message>
        <source>the vendor offers an engine for every GPU of {capabilities}</source>
        <translation>l’éditeur propose un modèle optimisé pour tous les GPU de {capabilities}</translation>
    </message>
    <message>
        <source>the vendor offers engines for several versions, and which is needed is unknown here: {named}</source>
        <translation>l’éditeur propose des modèles optimisés pour plusieurs versions, et celle qui est nécessaire n’est pas connue ici&#xa0;: {named}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for exactly this model of GPU, {gpu}</source>
        <translation>l’éditeur propose un modèle optimisé pour ce modèle précis de GPU, {gpu}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for compute capability {own}</source>
        <translation>l’éditeur propose un modèle optimisé pour la capacité de calcul {own}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of {library} of this model</source>
        <translation>l’éditeur ne propose aucun modèle optimisé de {library} pour ce modèle</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model that was built with these settings</source>
        <translation>l’éditeur ne propose aucun modèle optimisé de ce modèle préparé avec ces réglages</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {library} {version}, only for {versions}</source>
        <translation>l’éditeur ne propose aucun modèle optimisé de ce modèle pour {library} {version}, seulement pour {versions}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {system} and CUDA {cuda}</source>
        <translation>l’éditeur ne propose aucun modèle optimisé de ce modèle pour {system} et CUDA {cuda}</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {gpu} (compute capability {own})</source>
        <translation>l’éditeur ne propose aucun modèle optimisé de ce modèle pour {gpu} (capacité de calcul {own})</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for every GPU that is asked for</source>
        <translation>l’éditeur ne propose aucun modèle optimisé de ce modèle qui convienne à tous les GPU demandés</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>de cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again later or from another network; if that does not help, ask the publisher of the application.</source>
        <translation>Rien de tout cela n’a été utilisé. Réessayez plus tard ou depuis un autre réseau&#xa0;; si cela ne suffit pas, adressez-vous à l’éditeur de l’application.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Copy the folder again from where it came.</source>
        <translation>Rien de tout cela n’a été utilisé. Copiez à nouveau le dossier depuis son emplacement d’origine.</translation>
    </message>
    <message>
        <source>What {place} delivers was refused: {reason}.</source>
        <translation>Ce que fournit {place} a été refusé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>A file that came with this setup could not be verified, so it was not used.</source>
        <translation>Un fichier fourni avec ce programme d’installation n’a pas pu être vérifié et n’a donc pas été utilisé.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date: it is {today}. If that is right, ask the publisher of the application.</source>
        <translation>Vérifiez la date de cet ordinateur&#xa0;: {today}. Si elle est exacte, adressez-vous à l’éditeur de l’application.</translation>
    </message>
    <message>
        <source>There is nothing to install from at {place}.</source>
        <translation>Il n’y a rien à installer à l’emplacement {place}.</translation>
    </message>
    <message>
        <source>{file} was changed: it is not what was signed</source>
        <translation>{file} a été modifié&#xa0;: ce n’est pas ce qui a été signé</translation>
    </message>
    <message>
        <source>Nothing of it was used. What is older is accepted only after the application was uninstalled.</source>
        <translation>Rien de tout cela n’a été utilisé. Une version antérieure n’est acceptée qu’après la désinstallation de l’application.</translation>
    </message>
    <message>
        <source>{file} was exchanged: it holds {other}</source>
        <translation>{file} a été échangé&#xa0;: il contient {other}</translation>
    </message>
    <message>
        <source>What is in {folder} expired at {date}: there may be something newer by now.</source>
        <translation>Le contenu de {folder} a expiré ({date})&#xa0;: il existe peut-être une version plus récente.</translation>
    </message>
    <message>
        <source>Use the folder that has the folders metadata and targets.</source>
        <translation>Utilisez le dossier qui contient les dossiers metadata et targets.</translation>
    </message>
    <message>
        <source>it lists {file}, {fault}</source>
        <translation>la liste indique {file}, {fault}</translation>
    </message>
    <message>
        <source>The app package&apos;s list of keys is damaged, so nothing can be verified that is delivered.</source>
        <translation>La liste de clés du paquet d’installation est endommagée&#xa0;; rien de ce qui est fourni ne peut donc être vérifié.</translation>
    </message>
    <message>
        <source>Get the setup again from where it came from.</source>
        <translation>Récupérez à nouveau le programme d’installation là où vous l’avez obtenu.</translation>
    </message>
    <message>
        <source>it describes {file} as another file</source>
        <translation>la liste décrit {file} comme un autre fichier</translation>
    </message>
    <message>
        <source>it describes {file} as {other}</source>
        <translation>la liste décrit {file} comme {other}</translation>
    </message>
    <message>
        <source>it lists {file}, which should be {path}</source>
        <translation>la liste indique {file}, qui devrait être {path}</translation>
    </message>
    <message>
        <source>it lists {file} without its SHA-256</source>
        <translation>la liste indique {file} sans son SHA-256</translation>
    </message>
    <message>
        <source>it describes {file} wrongly: {fault}</source>
        <translation>la liste décrit {file} de façon incorrecte&#xa0;: {fault}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again: what has come is kept.</source>
        <translation>Vérifiez la connexion réseau et le proxy du système, puis réessayez&#xa0;: ce qui a déjà été reçu est conservé.</translation>
    </message>
    <message>
        <source>{file} is not as it should be: {reason}</source>
        <translation>{file} n’est pas conforme&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>it is larger than the {size} bytes that were signed</source>
        <translation>sa taille dépasse les {size} octets signés</translation>
    </message>
    <message>
        <source>it has {found} bytes instead of {size}</source>
        <translation>il compte {found} octets au lieu de {size}</translation>
    </message>
    <message>
        <source>it is behind a link</source>
        <translation>il se trouve derrière un lien</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>il est manquant</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>elle n’est pas signée</translation>
    </message>
    <message>
        <source>it is signed with another key than the package names</source>
        <translation>elle est signée avec une autre clé que celle indiquée par le paquet</translation>
    </message>
    <message>
        <source>what is signed is no statement about engines</source>
        <translation>ce qui est signé n’est pas une déclaration sur des modèles optimisés</translation>
    </message>
    <message>
        <source>what is signed contradicts itself: it is not about all the engines that it describes</source>
        <translation>ce qui est signé se contredit&#xa0;: tous les modèles optimisés décrits n’y sont pas couverts</translation>
    </message>
    <message>
        <source>its signature is wrong: it was changed after it was signed</source>
        <translation>sa signature est incorrecte&#xa0;: elle a été modifiée après avoir été signée</translation>
    </message>
    <message>
        <source>it is no signed statement</source>
        <translation>ce n’est pas une déclaration signée</translation>
    </message>
    <message>
        <source>{file} was valid until {date}</source>
        <translation>{file} était valable jusqu’à cette date&#xa0;: {date}</translation>
    </message>
    <message>
        <source>it was confirmed as up to date only until {date}, so newer files may be held back</source>
        <translation>sa mise à jour n’est confirmée que jusqu’à cette date&#xa0;: {date}&#xa0;; des fichiers plus récents sont donc peut-être retenus</translation>
    </message>
    <message>
        <source>{file} is larger than it may be</source>
        <translation>{file} dépasse la taille autorisée</translation>
    </message>
    <message>
        <source>{file} is not the one that was signed: it was changed, or exchanged for another</source>
        <translation>{file} n’est pas le fichier qui a été signé&#xa0;: il a été modifié ou échangé contre un autre</translation>
    </message>
    <message>
        <source>{file} has another version than it should have</source>
        <translation>{file} n’a pas la version prévue</translation>
    </message>
    <message>
        <source>{file} is damaged, or the server sends something else where it has no file</source>
        <translation>{file} est endommagé, ou le serveur envoie autre chose lorsqu’un fichier est absent</translation>
    </message>
    <message>
        <source>{file} was not signed with the publisher&apos;s keys</source>
        <translation>{file} n’a pas été signé avec les clés de l’éditeur</translation>
    </message>
    <message>
        <source>{file} does not fit the others</source>
        <translation>{file} ne correspond pas aux autres fichiers</translation>
    </message>
    <message>
        <source>{file} is older than what was here before: version {found} instead of {seen}</source>
        <translation>{file} est plus ancien que ce qui se trouvait ici auparavant&#xa0;: version {found} au lieu de {seen}</translation>
    </message>
    <message>
        <source>{file} was changed after it was signed, or too few have signed it</source>
        <translation>{file} a été modifié après avoir été signé, ou les signataires sont trop peu nombreux</translation>
    </message>
    <message>
        <source>{file} is missing, which belongs to it</source>
        <translation>{file} est manquant, alors qu’il en fait partie</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent}&#xa0;% d’utilisation</translation>
    </message>
    <message>
        <source>{program} (process {pid}, {mib} MiB)</source>
        <translation>{program} (processus {pid}, {mib}&#xa0;Mio)</translation>
    </message>
    <message>
        <source>{percent} % used by others</source>
        <translation>{percent}&#xa0;% d’utilisation par d’autres programmes</translation>
    </message>
    <message>
        <source>{percent} % used, but the driver does not tell whether by our own build or by another program</source>
        <translation>utilisé à {percent}&#xa0;%, mais le pilote n’indique pas si c’est par cette préparation ou par un autre programme</translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation>{program} (processus {pid})</translation>
    </message>
    <message>
        <source>{verdict} ({reasons})</source>
        <translation>{verdict} ({reasons})</translation>
    </message>
    <message>
        <source>slowed down by {cause}</source>
        <translation>ralenti par {cause}</translation>
    </message>
    <message>
        <source>it was not watched yet</source>
        <translation>il n’a pas encore été observé</translation>
    </message>
    <message>
        <source>it was watched for {seconds:.1f} s only</source>
        <translation>il n’a été observé que pendant {seconds:.1f} s</translation>
    </message>
    <message>
        <source>is in use by {programs}</source>
        <translation>est utilisée par {programs}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}.</source>
        <translation>{gpu} {verdict}.</translation>
    </message>
    <message>
        <source>the driver does not answer: {error}</source>
        <translation>le pilote ne répond pas&#xa0;: {error}</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>Aucune carte graphique NVIDIA n’a été trouvée.</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features.</source>
        <translation>Votre carte graphique est trop ancienne pour les fonctions d’IA.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics card.</source>
        <translation>Les fonctions d’IA ne peuvent pas utiliser votre carte graphique.</translation>
    </message>
    <message>
        <source>Your graphics driver is too old for the AI features.</source>
        <translation>Votre pilote graphique est trop ancien pour les fonctions d’IA.</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features.</source>
        <translation>Votre carte graphique n’a pas assez de mémoire pour les fonctions d’IA.</translation>
    </message>
    <message>
        <source>{advice}, or build engines for other computers.</source>
        <translation>{advice}, ou préparez des modèles optimisés pour d’autres ordinateurs.</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {bus}</source>
        <translation>premier de plusieurs GPU identiques, bus PCI {bus}</translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation>{advice}.</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {own}</source>
        <translation>seul GPU pris en charge, capacité de calcul {own}</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({cores} cores at up to {mhz} MHz; {second} has {second_cores} at up to {second_mhz} MHz)</source>
        <translation>GPU pris en charge le plus rapide ({cores} cœurs à {mhz}&#xa0;MHz au maximum&#xa0;; {second}&#xa0;: {second_cores} cœurs à {second_mhz}&#xa0;MHz au maximum)</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {own}; {second} has {second_own})</source>
        <translation>GPU pris en charge le plus récent (capacité de calcul {own}&#xa0;; {second}&#xa0;: {second_own})</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)</source>
        <translation>GPU pris en charge doté du plus de mémoire ({mib}&#xa0;Mio&#xa0;; {second}&#xa0;: {second_mib}&#xa0;Mio)</translation>
    </message>
    <message>
        <source>The GPU {gpu} cannot be used: {reason}.</source>
        <translation>Le GPU {gpu} est inutilisable&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{capability}, shared by {count} equal GPUs</source>
        <translation>{capability}, commun à {count} GPU identiques</translation>
    </message>
    <message>
        <source>{library} does not support {gpu} (compute capability {own}); it supports {supported}</source>
        <translation>{library} ne prend pas en charge {gpu} (capacité de calcul {own})&#xa0;; il prend en charge {supported}</translation>
    </message>
    <message>
        <source>the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}</source>
        <translation>le paquet d’installation est conçu pour des GPU de capacité de calcul {capabilities}, mais celle de {gpu} est {own}</translation>
    </message>
    <message>
        <source>{gpu} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>le GPU {gpu} est divisé en instances MIG, et les modèles optimisés ne sont préparés que pour des GPU entiers</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA {needed_cuda}</source>
        <translation>le pilote NVIDIA est trop ancien&#xa0;: il prend en charge CUDA jusqu’à la version {newest_cuda}, alors que {library} nécessite CUDA {needed_cuda}</translation>
    </message>
    <message>
        <source>{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed</source>
        <translation>{gpu} dispose de {total_mib}&#xa0;Mio de mémoire, alors qu’au moins {needed_mib}&#xa0;Mio sont nécessaires</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for</source>
        <translation>tous les GPU différents ont été demandés</translation>
    </message>
    <message>
        <source>--gpu {gpu} means several GPUs of this computer.</source>
        <translation>--gpu {gpu} désigne plusieurs GPU de cet ordinateur.</translation>
    </message>
    <message>
        <source>This computer has no GPU {gpu}.</source>
        <translation>Cet ordinateur n’a pas de GPU {gpu}.</translation>
    </message>
    <message>
        <source>The chosen graphics card was not found.</source>
        <translation>La carte graphique choisie n’a pas été trouvée.</translation>
    </message>
    <message>
        <source>Turn MIG off (nvidia-smi -mig 0)</source>
        <translation>Désactivez MIG (nvidia-smi -mig 0)</translation>
    </message>
    <message>
        <source>Install driver {driver} or newer from nvidia.com.</source>
        <translation>Installez le pilote {driver} ou une version plus récente depuis nvidia.com.</translation>
    </message>
    <message>
        <source>Install a driver for CUDA {needed_cuda} from nvidia.com.</source>
        <translation>Installez un pilote pour CUDA {needed_cuda} depuis nvidia.com.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Run &apos;engine-builder gpus&apos; to see why there is none.</source>
        <translation>La commande «&#xa0;engine-builder gpus&#xa0;» indique pourquoi il n’y en a pas.</translation>
    </message>
    <message>
        <source>Your graphics driver does not answer. Restart your PC, then try again.</source>
        <translation>Votre pilote graphique ne répond pas. Redémarrez votre PC, puis réessayez.</translation>
    </message>
    <message>
        <source>Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run &apos;wsl --update&apos; and &apos;wsl --shutdown&apos; in Windows, and open WSL again. WSL 1 has no GPU.</source>
        <translation>Sous WSL, le pilote NVIDIA s’installe dans Windows, jamais dans WSL&#xa0;: installez-le ou mettez-le à jour dans Windows, exécutez-y «&#xa0;wsl --update&#xa0;» et «&#xa0;wsl --shutdown&#xa0;», puis rouvrez WSL. WSL 1 n’a pas de GPU.</translation>
    </message>
    <message>
        <source>No driver is installed for an NVIDIA graphics card.</source>
        <translation>Aucun pilote n’est installé pour une carte graphique NVIDIA.</translation>
    </message>
    <message>
        <source>GPU {index}</source>
        <translation>GPU {index}</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {seconds:g} seconds</source>
        <translation>le pilote NVIDIA n’a pas répondu dans un délai de {seconds:g}&#xa0;secondes</translation>
    </message>
    <message>
        <source>You are not allowed to use the graphics card.</source>
        <translation>Vous n’êtes pas autorisé à utiliser la carte graphique.</translation>
    </message>
    <message>
        <source>NVML cannot be read: {error}</source>
        <translation>impossible de lire NVML&#xa0;: {error}</translation>
    </message>
    <message>
        <source>Windows gives WSL no NVIDIA driver</source>
        <translation>Windows ne fournit aucun pilote NVIDIA à WSL</translation>
    </message>
    <message>
        <source>{gpu} has stopped answering</source>
        <translation>{gpu} ne répond plus</translation>
    </message>
    <message>
        <source>{gpu} cannot be read: {error}</source>
        <translation>Impossible d’interroger {gpu}&#xa0;: {error}</translation>
    </message>
    <message>
        <source>the Python package nvidia-ml-py is not installed, so GPUs cannot be listed</source>
        <translation>le paquet Python nvidia-ml-py n’est pas installé, les GPU ne peuvent donc pas être détectés</translation>
    </message>
    <message>
        <source>Install engine-installer again; its package or environment is damaged.</source>
        <translation>Réinstallez engine-installer&#xa0;; son paquet ou son environnement est endommagé.</translation>
    </message>
    <message>
        <source>Your graphics driver is not running. Restart your PC, then try again.</source>
        <translation>Votre pilote graphique n’est pas actif. Redémarrez votre PC, puis réessayez.</translation>
    </message>
    <message>
        <source>Your graphics driver was updated. Restart your PC, then try again.</source>
        <translation>Votre pilote graphique a été mis à jour. Redémarrez votre PC, puis réessayez.</translation>
    </message>
    <message>
        <source>Your graphics card has stopped answering. Restart your PC, then try again.</source>
        <translation>Votre carte graphique ne répond plus. Redémarrez votre PC, puis réessayez.</translation>
    </message>
    <message>
        <source>this computer does not trust the server&apos;s certificate ({problem})</source>
        <translation>cet ordinateur ne fait pas confiance au certificat du serveur ({problem})</translation>
    </message>
    <message>
        <source>A program on the network may open the connection. Ask whoever looks after this computer.</source>
        <translation>Un programme du réseau ouvre peut-être la connexion. Adressez-vous à la personne qui s’occupe de cet ordinateur.</translation>
    </message>
    <message>
        <source>{url} could not be downloaded: {reason}.</source>
        <translation>{url} n’a pas pu être téléchargé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>only {received} of {size} bytes arrived</source>
        <translation>seulement {received} octets sur {size} ont été reçus</translation>
    </message>
    <message>
        <source>it leads to an address with {scheme!r} instead of https</source>
        <translation>l’adresse mène à {scheme!r} au lieu de https</translation>
    </message>
    <message>
        <source>it comes too slowly, with {received} of {size} bytes in {seconds} seconds</source>
        <translation>il arrive trop lentement, avec {received} octets sur {size} en {seconds} secondes</translation>
    </message>
    <message>
        <source>Python {python} on {system}</source>
        <translation>Python {python} sur {system}</translation>
    </message>
    <message>
        <source>The wheel {file} is damaged, so it is not unpacked.</source>
        <translation>Le fichier .whl {file} est endommagé et n’a pas pu être décompressé.</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {computer} of {distributions}.</source>
        <translation>app.toml n’indique aucun fichier .whl pour {computer} de {distributions}.</translation>
    </message>
    <message>
        <source>None of the wheels that app.toml names is an engine library: {libraries}.</source>
        <translation>Aucun des fichiers .whl indiqués dans app.toml n’est une bibliothèque d’IA&#xa0;: {libraries}.</translation>
    </message>
    <message>
        <source>The AI features cannot run on this kind of PC.</source>
        <translation>Les fonctions d’IA ne peuvent pas fonctionner sur ce type de PC.</translation>
    </message>
    <message>
        <source>{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.</source>
        <translation>{file} n’est pas le fichier .whl indiqué dans app.toml&#xa0;: son SHA-256 est {found} et non {expected}.</translation>
    </message>
    <message>
        <source>Download the file again from where it is published.</source>
        <translation>Récupérez de nouveau le fichier là où il est publié.</translation>
    </message>
    <message>
        <source>made on an {gpu}, as in this computer</source>
        <translation>créé sur un GPU {gpu}, comme celui de cet ordinateur</translation>
    </message>
    <message>
        <source>made on an {gpu} with the same compute capability {capability}; the catalogue has none of {own_gpu} itself for this build</source>
        <translation>créé sur un GPU {gpu} de même capacité de calcul {capability}&#xa0;; le catalogue n’en contient aucun créé sur {own_gpu} pour cette configuration</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {versions}, and {installed} is installed</source>
        <translation>les caches sont destinés à TensorRT {versions}, alors que la version {installed} est installée</translation>
    </message>
    <message>
        <source>the caches are for CUDA {versions}, and the library is for CUDA {installed}</source>
        <translation>les caches sont destinés à CUDA {versions}, alors que la bibliothèque utilise CUDA {installed}</translation>
    </message>
    <message>
        <source>the caches were made on {systems}, and this is {system}</source>
        <translation>les caches ont été créés sous {systems}, alors que ce système est {system}</translation>
    </message>
    <message>
        <source>the caches are for compute capability {capabilities}, and {gpu} has {own}</source>
        <translation>les caches sont destinés à la capacité de calcul {capabilities}, alors que celle de {gpu} est {own}</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {differences}</source>
        <translation>les caches ont été créés avec d’autres paramètres&#xa0;: {differences}</translation>
    </message>
    <message>
        <source>it covers this model only with other settings, such as other profiles</source>
        <translation>il ne couvre ce modèle qu’avec d’autres réglages, par exemple d’autres profils</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(inconnue)</translation>
    </message>
    <message>
        <source>its first line is not that of a timing cache of engine-installer</source>
        <translation>la première ligne n’est pas celle d’un cache de mesures d’engine-installer</translation>
    </message>
    <message>
        <source>it is for something else than its name says</source>
        <translation>le contenu ne correspond pas au nom</translation>
    </message>
    <message>
        <source>its content does not have the hash that its header states</source>
        <translation>le contenu ne correspond pas à l’empreinte indiquée</translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation>l’en-tête est illisible</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card or much memory, then try again.</source>
        <translation>Fermez les autres programmes qui utilisent la carte graphique ou beaucoup de mémoire, puis réessayez.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics driver.</source>
        <translation>Les fonctions d’IA ne peuvent pas utiliser votre pilote graphique.</translation>
    </message>
    <message>
        <source>A part of the setup does not work on this PC.</source>
        <translation>Une partie de l’installation ne fonctionne pas sur ce PC.</translation>
    </message>
    <message>
        <source>Try again when no other program writes to the installation files.</source>
        <translation>Réessayez lorsqu’aucun autre programme n’écrit dans les fichiers d’installation.</translation>
    </message>
    <message>
        <source>A file of the setup was changed while it was being used.</source>
        <translation>Un fichier de l’installation a été modifié pendant son utilisation.</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights, and there is no way to ask for them here.</source>
        <translation>Une installation pour tous les utilisateurs nécessite des droits d’administrateur, qui ne peuvent pas être demandés ici.</translation>
    </message>
    <message>
        <source>The run with administrator rights ended without a result: {how}</source>
        <translation>L’opération avec des droits d’administrateur s’est terminée sans résultat&#xa0;: {how}</translation>
    </message>
    <message>
        <source>Administrator rights were not given. Nothing was changed.</source>
        <translation>Les droits d’administrateur n’ont pas été accordés. Aucune modification n’a été effectuée.</translation>
    </message>
    <message>
        <source>Only an administrator can install for everyone on this PC.</source>
        <translation>Seul un administrateur peut installer pour tous les utilisateurs de ce PC.</translation>
    </message>
    <message>
        <source>Administrator rights were not given.</source>
        <translation>Les droits d’administrateur n’ont pas été accordés.</translation>
    </message>
    <message>
        <source>The files of the setup are in this folder.</source>
        <translation>Ce dossier contient les fichiers du programme d’installation.</translation>
    </message>
    <message>
        <source>{app} is installed in this folder, and two applications cannot share one.</source>
        <translation>{app} est installé dans ce dossier, et deux applications ne peuvent pas partager le même.</translation>
    </message>
    <message>
        <source>What is installed here cannot be repaired. Install it again.</source>
        <translation>Ce qui est installé ici ne peut pas être réparé. Installez-le à nouveau.</translation>
    </message>
    <message>
        <source>Specify a file with --log.</source>
        <translation>Indiquez un fichier avec --log.</translation>
    </message>
    <message>
        <source>Try again to continue; nothing is done twice.</source>
        <translation>Réessayez pour continuer&#xa0;; rien n’est fait deux fois.</translation>
    </message>
    <message>
        <source>it is for other GPUs</source>
        <translation>elle est prévue pour d’autres GPU</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} log files.</source>
        <translation>
            <numerusform>{count} fichier journal supprimé.</numerusform>
            <numerusform>{count} fichiers journaux supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>These files are in use by {programs}: {files}.</source>
        <translation>Fichiers en cours d’utilisation par {programs}&#xa0;: {files}.</translation>
    </message>
    <message>
        <source>Close the application, then try again.</source>
        <translation>Fermez l’application, puis réessayez.</translation>
    </message>
    <message>
        <source>Files of the application are in use. Close it, then try again.</source>
        <translation>Des fichiers de l’application sont utilisés. Fermez-la, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>more than {limit_mib} MiB arrived</source>
        <translation>plus de {limit_mib} Mio ont été reçus</translation>
    </message>
    <message>
        <source>the server has {found} bytes, and {file} states {size}</source>
        <translation>le serveur a {found} octets, alors que {file} en indique {size}</translation>
    </message>
    <message>
        <source>more than the {size} bytes arrived that {file} states</source>
        <translation>plus d’octets ont été reçus que les {size} indiqués dans {file}</translation>
    </message>
    <message>
        <source>The engine gave no results within {seconds:.0f} seconds.</source>
        <translation>Le modèle optimisé n’a donné aucun résultat en {seconds:.0f} secondes.</translation>
    </message>
    <message numerus="yes">
        <source>The results agree with {count} references.</source>
        <translation>
            <numerusform>Les résultats concordent avec {count} référence.</numerusform>
            <numerusform>Les résultats concordent avec {count} références.</numerusform>
        </translation>
    </message>
    <message>
        <source>The output {output!r} {fault}.</source>
        <translation>La sortie {output!r} {fault}.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model!r} has no references.</source>
        <translation>Le fichier {file} du modèle {model!r} ne contient aucune référence.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {reason}.</source>
        <translation>Impossible de vérifier les résultats&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no GPU of this PC runs it.</source>
        <translation>Impossible de vérifier les résultats&#xa0;: aucun GPU de ce PC n’exécute ce modèle optimisé.</translation>
    </message>
    <message>
        <source>The engine {file} of the model {model!r} has changed.</source>
        <translation>Le modèle optimisé {file} du modèle {model!r} a été modifié.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the GPU has not enough free memory ({reason:part}).</source>
        <translation>Impossible de vérifier les résultats&#xa0;: le GPU n’a pas assez de mémoire libre ({reason:part}).</translation>
    </message>
    <message>
        <source>The engine failed when it was run: {reason}</source>
        <translation>L’exécution du modèle optimisé a échoué&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.</source>
        <translation>Impossible de vérifier les résultats&#xa0;: les références ont les entrées {given}, le modèle optimisé a {wanted}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine takes {wanted}.</source>
        <translation>Impossible de vérifier les résultats&#xa0;: l’entrée {tensor!r} des références est {given}, et le modèle optimisé attend {wanted}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no profile of the engine allows the references&apos; inputs ({shapes}).</source>
        <translation>Impossible de vérifier les résultats&#xa0;: aucun profil du modèle optimisé n’autorise les entrées des références ({shapes}).</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {tensor!r} is not a plain array ({what}).</source>
        <translation>Impossible de vérifier les résultats&#xa0;: {tensor!r} n’est pas un tableau simple ({what}).</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}</source>
        <translation>Impossible de charger avec {library} le plug-in {plugin!r} du modèle {model!r}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} has it, which this model does not name</source>
        <translation>le plug-in {plugin!r} l’a, mais ce modèle n’indique pas ce plug-in</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.</source>
        <translation>Le plug-in {plugin!r} n’a pas l’opérateur {operators}, contrairement à ce qu’indique app.toml&#xa0;; opérateurs présents&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} does not take it: {reason}</source>
        <translation>le plug-in {plugin!r} ne l’accepte pas&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{app} has no feed, so --feed has nothing to be for.</source>
        <translation>{app} n’a pas de flux&#xa0;; --feed est donc sans objet.</translation>
    </message>
    <message>
        <source>The feed&apos;s statement about engines was refused: {reason}.</source>
        <translation>La déclaration du flux sur les modèles optimisés a été refusée&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>A file was changed while it was being copied.</source>
        <translation>Un fichier a été modifié pendant sa copie.</translation>
    </message>
    <message>
        <source>its results are right on {gpu}</source>
        <translation>ses résultats sont corrects sur {gpu}</translation>
    </message>
    <message>
        <source>{right}; other ways gave wrong results</source>
        <translation>{right}&#xa0;; d’autres façons ont donné des résultats incorrects</translation>
    </message>
    <message>
        <source>its results were not checked: {reason:part}</source>
        <translation>ses résultats n’ont pas été vérifiés&#xa0;: {reason:part}</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation>{file} est endommagé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Features cannot be added or removed: {file} does not exist.</source>
        <translation>Impossible d’ajouter ou de supprimer des fonctions&#xa0;: {file} n’existe pas.</translation>
    </message>
    <message>
        <source>Repair the application first.</source>
        <translation>Réparez d’abord l’application.</translation>
    </message>
    <message>
        <source>What is installed here has to be repaired first.</source>
        <translation>Ce qui est installé ici doit d’abord être réparé.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that is installed.</source>
        <translation>Le paquet d’installation dans {folder} n’est pas celui qui est installé.</translation>
    </message>
    <message>
        <source>The files that this needs are no longer there. Download the setup again.</source>
        <translation>Les fichiers nécessaires à cette opération n’existent plus. Téléchargez à nouveau le programme d’installation.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor; nothing of it was used.</source>
        <translation>Adressez-vous à l’éditeur de l’application&#xa0;; rien de tout cela n’a été utilisé.</translation>
    </message>
    <message>
        <source>Engines are built here, because none can be downloaded now: {reason}</source>
        <translation>Les modèles optimisés sont préparés ici, car aucun ne peut être téléchargé actuellement&#xa0;: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} engines from {folder}.</source>
        <translation>
            <numerusform>{count} modèle optimisé supprimé de {folder}.</numerusform>
            <numerusform>{count} modèles optimisés supprimés de {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are different from those that the vendor tested.</source>
        <translation>
            <numerusform>{count} d’entre eux est différent de celui que l’éditeur a testé.</numerusform>
            <numerusform>{count} d’entre eux sont différents de ceux que l’éditeur a testés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are identical to those that the vendor tested.</source>
        <translation>
            <numerusform>{count} d’entre eux est identique à celui que l’éditeur a testé.</numerusform>
            <numerusform>{count} d’entre eux sont identiques à ceux que l’éditeur a testés.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up is {difference}. It has passed every other check. Ask the application&apos;s vendor if it comes again after a repair.</source>
        <translation>Ce qui a été configuré est {difference}. Toutes les autres vérifications ont réussi. Adressez-vous à l’éditeur de l’application si ce message réapparaît après une réparation.</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>depuis {place}</translation>
    </message>
    <message>
        <source>Try again to complete what has begun.</source>
        <translation>Réessayez pour terminer l’opération commencée.</translation>
    </message>
    <message>
        <source>Administrator rights are needed for this.</source>
        <translation>Des droits d’administrateur sont nécessaires.</translation>
    </message>
    <message>
        <source>Copy the kit again, as a whole, from its source.</source>
        <translation>Copiez à nouveau le kit, en entier, depuis sa source.</translation>
    </message>
    <message>
        <source>it is not in the kit {folder}, and nothing else is used</source>
        <translation>cet élément n’est pas dans le kit {folder}, et rien d’autre n’est utilisé</translation>
    </message>
    <message>
        <source>The kit {folder} is incomplete or damaged, so nothing was installed.</source>
        <translation>Le kit {folder} est incomplet ou endommagé&#xa0;; rien n’a donc été installé.</translation>
    </message>
    <message>
        <source>{folder} is not a kit: its {file} cannot be read.</source>
        <translation>{folder} n’est pas un kit&#xa0;: impossible d’y lire {file}.</translation>
    </message>
    <message>
        <source>Specify the folder that &apos;engine-builder kit&apos; has made, with everything in it.</source>
        <translation>Indiquez le dossier créé par «&#xa0;engine-builder kit&#xa0;», avec tout son contenu.</translation>
    </message>
    <message>
        <source>Others on this PC could change that folder, so it is not safe.</source>
        <translation>D’autres utilisateurs de ce PC pourraient modifier ce dossier&#xa0;; il n’est donc pas sûr.</translation>
    </message>
    <message>
        <source>Windows does not take the folder {folder}, because of {fault}.</source>
        <translation>Windows n’accepte pas le dossier {folder}&#xa0;: {fault}.</translation>
    </message>
    <message>
        <source>This user account has no folder of its own.</source>
        <translation>Ce compte d’utilisateur n’a pas de dossier personnel.</translation>
    </message>
    <message>
        <source>A file cannot be written safely, because others on this PC could change it.</source>
        <translation>Un fichier ne peut pas être écrit en toute sécurité, car d’autres utilisateurs de ce PC pourraient le modifier.</translation>
    </message>
    <message>
        <source>The files that a repair needs were changed. Download the setup again.</source>
        <translation>Les fichiers nécessaires à une réparation ont été modifiés. Téléchargez à nouveau le programme d’installation.</translation>
    </message>
    <message>
        <source>The files that a repair needs are no longer there. Download the setup again.</source>
        <translation>Les fichiers nécessaires à une réparation n’existent plus. Téléchargez à nouveau le programme d’installation.</translation>
    </message>
    <message>
        <source>The app package of {app} {version} is no longer there: {folder} has version {found}.</source>
        <translation>Le paquet d’installation de {app} {version} n’existe plus&#xa0;: {folder} contient la version {found}.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; files of the application that are already there are then kept under another name.</source>
        <translation>Ce fichier a été modifié, ou le disque est endommagé. Supprimez-le, puis relancez le programme d’installation&#xa0;; les fichiers existants de l’application seront alors conservés sous un autre nom.</translation>
    </message>
    <message>
        <source>Others on this PC could change the program that carries out repairs.</source>
        <translation>D’autres utilisateurs de ce PC pourraient modifier le programme qui effectue les réparations.</translation>
    </message>
    <message>
        <source>Another program is listed under the same name.</source>
        <translation>Un autre programme est inscrit sous le même nom.</translation>
    </message>
    <message>
        <source>{path} is not a file, but a file of that name must be installed.</source>
        <translation>{path} n’est pas un fichier, alors qu’un fichier de ce nom doit être installé.</translation>
    </message>
    <message>
        <source>Move or rename it, or choose another folder.</source>
        <translation>Déplacez ou renommez cet élément, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Something in this folder has the name of a file that must be installed.</source>
        <translation>Un élément de ce dossier porte le nom d’un fichier qui doit être installé.</translation>
    </message>
    <message>
        <source>Parts of this folder are on different disks.</source>
        <translation>Des parties de ce dossier se trouvent sur des disques différents.</translation>
    </message>
    <message>
        <source>A file that was prepared for the installation is gone.</source>
        <translation>Un fichier préparé pour l’installation a disparu.</translation>
    </message>
    <message>
        <source>Put a folder in its place, or choose another folder.</source>
        <translation>Remplacez-le par un dossier ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installé</translation>
    </message>
    <message>
        <source>Adds {features}</source>
        <translation>Ajoute {features}</translation>
    </message>
    <message>
        <source>Removes {features}</source>
        <translation>Supprime {features}</translation>
    </message>
    <message>
        <source>Does not work on this PC</source>
        <translation>Ne fonctionne pas sur ce PC</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card}.</source>
        <translation>Ses fonctions d’IA sont optimisées pour votre {card}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed are still in its folder.</source>
        <translation>
            <numerusform>{count} fichier que vous avez modifié se trouve encore dans son dossier.</numerusform>
            <numerusform>{count} fichiers que vous avez modifiés se trouvent encore dans son dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {features}.</source>
        <translation>Ajouté&#xa0;: {features}.</translation>
    </message>
    <message>
        <source>Removed: {features}.</source>
        <translation>Supprimé&#xa0;: {features}.</translation>
    </message>
    <message>
        <source>Optimized in another way, because the first one gave wrong results: {features}.</source>
        <translation>Optimisé d’une autre façon, car la première a donné des résultats incorrects&#xa0;: {features}.</translation>
    </message>
    <message>
        <source>The results of its AI features are right.</source>
        <translation>Les résultats de ses fonctions d’IA sont corrects.</translation>
    </message>
    <message>
        <source>Its AI features are ready.</source>
        <translation>Ses fonctions d’IA sont prêtes.</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card} again.</source>
        <translation>Ses fonctions d’IA sont à nouveau optimisées pour votre {card}.</translation>
    </message>
    <message>
        <source>{app} was removed</source>
        <translation>{app} a été désinstallé</translation>
    </message>
    <message>
        <source>It has been taken off this PC.</source>
        <translation>L’application a été supprimée de ce PC.</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>{size} sont à nouveau libres.</translation>
    </message>
    <message>
        <source>{app} is ready</source>
        <translation>{app} est prêt</translation>
    </message>
    <message>
        <source>{app} is installed</source>
        <translation>{app} est installé</translation>
    </message>
    <message>
        <source>Downloaded: {features} ({size}).</source>
        <translation>Téléchargé&#xa0;: {features} ({size}).</translation>
    </message>
    <message>
        <source>Optimized on this PC: {features}.</source>
        <translation>Optimisé sur ce PC&#xa0;: {features}.</translation>
    </message>
    <message>
        <source>Optimized on this PC, because the download failed: {features}.</source>
        <translation>Optimisé sur ce PC, car le téléchargement a échoué&#xa0;: {features}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} graphics cards</source>
        <translation>
            <numerusform>{count} carte graphique</numerusform>
            <numerusform>{count} cartes graphiques</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} libres</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>en ordre</translation>
    </message>
    <message>
        <source>may be a problem</source>
        <translation>peut poser problème</translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation>à modifier</translation>
    </message>
    <message>
        <source>See what is marked.</source>
        <translation>Consultez les lignes signalées.</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features may run a little slower than they could.</source>
        <translation>
            <numerusform>{count} fonction d’IA n’est peut-être pas tout à fait aussi rapide que possible.</numerusform>
            <numerusform>{count} fonctions d’IA ne sont peut-être pas tout à fait aussi rapides que possible.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} et {last}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} à télécharger</translation>
    </message>
    <message>
        <source>AI features may run a little slower</source>
        <translation>Les fonctions d’IA seront peut-être un peu moins rapides</translation>
    </message>
    <message>
        <source>AI features will run at full speed</source>
        <translation>Les fonctions d’IA seront à pleine vitesse</translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <translation>{free} libres sur {volume}</translation>
    </message>
    <message>
        <source>Your PC has everything that is needed.</source>
        <translation>Votre PC a tout ce qu’il faut.</translation>
    </message>
    <message>
        <source>The AI features do not work on this PC.</source>
        <translation>Les fonctions d’IA ne fonctionnent pas sur ce PC.</translation>
    </message>
    <message>
        <source>Some AI features do not work on this PC.</source>
        <translation>Certaines fonctions d’IA ne fonctionnent pas sur ce PC.</translation>
    </message>
    <message>
        <source>{programs} was using your graphics card</source>
        <translation>{programs} utilisait votre carte graphique</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card</source>
        <translation>D’autres programmes utilisaient votre carte graphique</translation>
    </message>
    <message>
        <source>The AI features</source>
        <translation>les fonctions d’IA</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.</source>
        <translation>Vous pouvez accélérer {features} {time}&#xa0;: maintenant, ou à tout moment depuis Paramètres › Applications › Modifier.</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time with Repair.</source>
        <translation>Vous pouvez accélérer {features} {time}&#xa0;: maintenant, ou à tout moment avec «&#xa0;Réparer&#xa0;».</translation>
    </message>
    <message>
        <source>If you add one, choose Modify in Settings › Apps.</source>
        <translation>Si vous en ajoutez une, choisissez «&#xa0;Modifier&#xa0;» dans Paramètres › Applications.</translation>
    </message>
    <message>
        <source>If you add one, start this setup again and choose Repair.</source>
        <translation>Si vous en ajoutez une, relancez ce programme d’installation et choisissez «&#xa0;Réparer&#xa0;».</translation>
    </message>
    <message>
        <source>When that has changed, choose Modify in Settings › Apps.</source>
        <translation>Lorsque cela aura changé, choisissez «&#xa0;Modifier&#xa0;» dans Paramètres › Applications.</translation>
    </message>
    <message>
        <source>When that has changed, start this setup again and choose Repair.</source>
        <translation>Lorsque cela aura changé, relancez ce programme d’installation et choisissez «&#xa0;Réparer&#xa0;».</translation>
    </message>
    <message>
        <source>You can keep using your PC</source>
        <translation>Vous pouvez continuer à utiliser votre PC</translation>
    </message>
    <message>
        <source>Nothing was changed on this PC.</source>
        <translation>Rien n’a été modifié sur ce PC.</translation>
    </message>
    <message numerus="yes">
        <source>{app} works; {count} AI features could not be set up.</source>
        <translation>
            <numerusform>{app} fonctionne&#xa0;; {count} fonction d’IA n’a pas pu être configurée.</numerusform>
            <numerusform>{app} fonctionne&#xa0;; {count} fonctions d’IA n’ont pas pu être configurées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is done already. Try again to finish it.</source>
        <translation>Une partie est déjà faite. Réessayez pour terminer.</translation>
    </message>
    <message>
        <source>Almost everything is ready</source>
        <translation>Presque tout est prêt</translation>
    </message>
    <message>
        <source>Another setup of {app} is running</source>
        <translation>Une autre installation de {app} est en cours</translation>
    </message>
    <message>
        <source>The installation was stopped</source>
        <translation>L’installation a été arrêtée</translation>
    </message>
    <message>
        <source>The repair was stopped</source>
        <translation>La réparation a été arrêtée</translation>
    </message>
    <message>
        <source>The removal was stopped</source>
        <translation>La désinstallation a été arrêtée</translation>
    </message>
    <message>
        <source>{app} is not ready yet</source>
        <translation>{app} n’est pas encore prêt</translation>
    </message>
    <message>
        <source>{app} is not repaired yet</source>
        <translation>{app} n’est pas encore réparé</translation>
    </message>
    <message>
        <source>{app} is not removed yet</source>
        <translation>{app} n’est pas encore désinstallé</translation>
    </message>
    <message>
        <source>{app} was not installed completely</source>
        <translation>{app} n’a pas été entièrement installé</translation>
    </message>
    <message>
        <source>{app} was not repaired completely</source>
        <translation>{app} n’a pas été entièrement réparé</translation>
    </message>
    <message>
        <source>{app} was not removed completely</source>
        <translation>{app} n’a pas été entièrement désinstallé</translation>
    </message>
    <message>
        <source>{app} was not repaired</source>
        <translation>{app} n’a pas été réparé</translation>
    </message>
    <message>
        <source>{app} was not removed</source>
        <translation>{app} n’a pas été désinstallé</translation>
    </message>
    <message>
        <source>What is finished stays.</source>
        <translation>Ce qui est terminé est conservé.</translation>
    </message>
    <message>
        <source>It must finish first.</source>
        <translation>Elle doit d’abord se terminer.</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>Il n’y a rien à désinstaller.</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>Il n’y a rien à réparer.</translation>
    </message>
    <message>
        <source>{app} is not installed</source>
        <translation>{app} n’est pas installé</translation>
    </message>
    <message>
        <source>{app} is not complete</source>
        <translation>{app} n’est pas complet</translation>
    </message>
    <message>
        <source>{app} was not updated</source>
        <translation>{app} n’a pas été mis à jour</translation>
    </message>
    <message>
        <source>{app} was not installed</source>
        <translation>{app} n’a pas été installé</translation>
    </message>
    <message>
        <source>this disk</source>
        <translation>ce disque</translation>
    </message>
    <message>
        <source>drive {letter}</source>
        <translation>le disque {letter}</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>Fonctions d’IA</translation>
    </message>
    <message>
        <source>Downloading the AI software: {received} of {size}</source>
        <translation>Téléchargement du logiciel d’IA&#xa0;: {received} sur {size}</translation>
    </message>
    <message>
        <source>Optimizing the AI features for your {card}</source>
        <translation>Optimisation des fonctions d’IA pour votre {card}</translation>
    </message>
    <message>
        <source>Optimizing the AI features</source>
        <translation>Optimisation des fonctions d’IA</translation>
    </message>
    <message>
        <source>Finishing… this takes a few seconds and cannot be stopped</source>
        <translation>Finalisation… cela prend quelques secondes et ne peut pas être arrêté</translation>
    </message>
    <message>
        <source>Application files</source>
        <translation>Fichiers de l’application</translation>
    </message>
    <message>
        <source>Removing files</source>
        <translation>Suppression des fichiers</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>Copie des fichiers</translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours</source>
        <translation>
            <numerusform>Environ {count} heure</numerusform>
            <numerusform>Environ {count} heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about {count} hours</source>
        <translation>
            <numerusform>en {count} heure environ</numerusform>
            <numerusform>en {count} heures environ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours left</source>
        <translation>
            <numerusform>Environ {count} heure restante</numerusform>
            <numerusform>Environ {count} heures restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>Moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes</source>
        <translation>
            <numerusform>Environ {count} minute</numerusform>
            <numerusform>Environ {count} minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>en moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>in about {count} minutes</source>
        <translation>
            <numerusform>en {count} minute environ</numerusform>
            <numerusform>en {count} minutes environ</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Moins d’une minute restante</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left</source>
        <translation>
            <numerusform>Environ {count} minute restante</numerusform>
            <numerusform>Environ {count} minutes restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, once your graphics card is free</source>
        <translation>{time}, dès que votre carte graphique sera libre</translation>
    </message>
    <message>
        <source>This is taking longer than expected. It is still working.</source>
        <translation>L’opération prend plus de temps que prévu. Elle est toujours en cours.</translation>
    </message>
    <message>
        <source>A little longer than expected</source>
        <translation>Un peu plus longtemps que prévu</translation>
    </message>
    <message>
        <source>{left} (estimate)</source>
        <translation>{left} (estimation)</translation>
    </message>
    <message>
        <source>{app} {version} is installed</source>
        <translation>{app} {version} est installé</translation>
    </message>
    <message>
        <source>{app} {version} has nothing to repair.</source>
        <translation>{app} {version} n’a rien à réparer.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files checked just now</source>
        <translation>
            <numerusform>{count} fichier vérifié à l’instant</numerusform>
            <numerusform>{count} fichiers vérifiés à l’instant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ready} of {count} AI features ready</source>
        <translation>
            <numerusform>{ready} fonction d’IA prête sur {count}</numerusform>
            <numerusform>{ready} fonctions d’IA prêtes sur {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} of {all} installed</source>
        <translation>{ready} sur {all} installées</translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation>libère {size}</translation>
    </message>
    <message>
        <source>No graphics card in this PC can be used</source>
        <translation>Aucune carte graphique de ce PC ne peut être utilisée</translation>
    </message>
    <message>
        <source>{features} can be made faster: choose Repair.</source>
        <translation>Vous pouvez accélérer {features}&#xa0;: choisissez «&#xa0;Réparer&#xa0;».</translation>
    </message>
    <message>
        <source>The AI features can be made faster: choose Repair.</source>
        <translation>Les fonctions d’IA peuvent être accélérées&#xa0;: choisissez «&#xa0;Réparer&#xa0;».</translation>
    </message>
    <message>
        <source>Optimize for {card}</source>
        <translation>Optimiser pour {card}</translation>
    </message>
    <message>
        <source>Optimize the AI features again?</source>
        <translation>Optimiser à nouveau les fonctions d’IA&#xa0;?</translation>
    </message>
    <message>
        <source>Your graphics card changed</source>
        <translation>Votre carte graphique a changé</translation>
    </message>
    <message>
        <source>The AI features can be made faster</source>
        <translation>Les fonctions d’IA peuvent être accélérées</translation>
    </message>
    <message>
        <source>{app} needs a repair</source>
        <translation>{app} doit être réparé</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are optimized</source>
        <translation>
            <numerusform>{count} fonction d’IA sera optimisée</numerusform>
            <numerusform>{count} fonctions d’IA seront optimisées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are restored</source>
        <translation>
            <numerusform>{count} fichier sera restauré</numerusform>
            <numerusform>{count} fichiers seront restaurés</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is fine</source>
        <translation>Tout est en ordre</translation>
    </message>
    <message>
        <source>There is nothing to repair</source>
        <translation>Il n’y a rien à réparer</translation>
    </message>
    <message>
        <source>AI features ready</source>
        <translation>Fonctions d’IA prêtes</translation>
    </message>
    <message>
        <source>{app} {version} is complete.</source>
        <translation>{app} {version} est complet.</translation>
    </message>
    <message>
        <source>optimized for your graphics cards</source>
        <translation>optimisées pour vos cartes graphiques</translation>
    </message>
    <message>
        <source>optimized for your {card}</source>
        <translation>optimisées pour votre {card}</translation>
    </message>
    <message>
        <source>Frees {size} on {volume}</source>
        <translation>Libère {size} sur {volume}</translation>
    </message>
    <message>
        <source>Frees {size}</source>
        <translation>Libère {size}</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed stay</source>
        <translation>
            <numerusform>{count} fichier que vous avez modifié est conservé</numerusform>
            <numerusform>{count} fichiers que vous avez modifiés sont conservés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that were there before stay</source>
        <translation>
            <numerusform>{count} fichier qui existait avant est conservé</numerusform>
            <numerusform>{count} fichiers qui existaient avant sont conservés</numerusform>
        </translation>
    </message>
    <message>
        <source>Without one, these do not work: {features}. If that changes, choose Repair.</source>
        <translation>Sans carte graphique, voici ce qui ne fonctionne pas&#xa0;: {features}. Si cela change, choisissez «&#xa0;Réparer&#xa0;».</translation>
    </message>
    <message>
        <source>The AI features do not work without one. If that changes, choose Repair.</source>
        <translation>Les fonctions d’IA ne fonctionnent pas sans carte graphique. Si cela change, choisissez «&#xa0;Réparer&#xa0;».</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagé</translation>
    </message>
    <message>
        <source>Missing or damaged</source>
        <translation>Manquant ou endommagé</translation>
    </message>
    <message>
        <source>{app} was not changed completely</source>
        <translation>{app} n’a pas été entièrement modifié</translation>
    </message>
    <message>
        <source>{app} was not changed</source>
        <translation>{app} n’a pas été modifié</translation>
    </message>
    <message>
        <source>Checking the results</source>
        <translation>Vérification des résultats</translation>
    </message>
    <message>
        <source>Downloading the AI features: {received} of {size}</source>
        <translation>Téléchargement des fonctions d’IA&#xa0;: {received} sur {size}</translation>
    </message>
    <message>
        <source>A newer driver may help. With one, choose Repair.</source>
        <translation>Un pilote plus récent peut résoudre le problème. Après l’avoir installé, choisissez «&#xa0;Réparer&#xa0;».</translation>
    </message>
    <message>
        <source>Choose Repair to check the results of the AI features again.</source>
        <translation>Choisissez «&#xa0;Réparer&#xa0;» pour vérifier à nouveau les résultats des fonctions d’IA.</translation>
    </message>
    <message>
        <source>The AI features are to be checked</source>
        <translation>Les fonctions d’IA doivent être vérifiées</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are checked</source>
        <translation>
            <numerusform>{count} fonction d’IA sera vérifiée</numerusform>
            <numerusform>{count} fonctions d’IA seront vérifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>Some AI features give wrong results</source>
        <translation>Certaines fonctions d’IA donnent des résultats incorrects</translation>
    </message>
    <message>
        <source>A new driver was installed</source>
        <translation>Un nouveau pilote a été installé</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>To be optimized</source>
        <translation>À optimiser</translation>
    </message>
    <message>
        <source>Nothing of {app} needs a repair; this optimizes everything once more.</source>
        <translation>{app} n’a besoin d’aucune réparation&#xa0;; ceci optimise tout encore une fois.</translation>
    </message>
    <message>
        <source>The AI features of {app} were not optimized for this card.</source>
        <translation>Les fonctions d’IA de {app} n’ont pas été optimisées pour cette carte.</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card when they were optimized.</source>
        <translation>D’autres programmes utilisaient votre carte graphique lors de leur optimisation.</translation>
    </message>
    <message>
        <source>Their results have not been checked on this PC yet.</source>
        <translation>Leurs résultats n’ont pas encore été vérifiés sur ce PC.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files are missing or damaged.</source>
        <translation>
            <numerusform>{count} fichier est manquant ou endommagé.</numerusform>
            <numerusform>{count} fichiers sont manquants ou endommagés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are missing or damaged.</source>
        <translation>
            <numerusform>{count} fonction d’IA est manquante ou endommagée.</numerusform>
            <numerusform>{count} fonctions d’IA sont manquantes ou endommagées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features give wrong results.</source>
        <translation>
            <numerusform>{count} fonction d’IA donne des résultats incorrects.</numerusform>
            <numerusform>{count} fonctions d’IA donnent des résultats incorrects.</numerusform>
        </translation>
    </message>
    <message>
        <source>The software that its AI features run on was updated.</source>
        <translation>Le logiciel qui exécute ses fonctions d’IA a été mis à jour.</translation>
    </message>
    <message>
        <source>Some AI features were made with other settings.</source>
        <translation>Certaines fonctions d’IA ont été préparées avec d’autres paramètres.</translation>
    </message>
    <message>
        <source>A new driver was installed.</source>
        <translation>Un nouveau pilote a été installé.</translation>
    </message>
    <message>
        <source>Not everything is as it was installed.</source>
        <translation>Tout n’est plus tel que lors de l’installation.</translation>
    </message>
    <message>
        <source>Some files cannot be restored from here</source>
        <translation>Certains fichiers ne peuvent pas être restaurés à partir d’ici</translation>
    </message>
    <message>
        <source>Start the setup program of {app} that you downloaded to restore them.</source>
        <translation>Lancez le programme d’installation de {app} que vous avez téléchargé pour les restaurer.</translation>
    </message>
    <message>
        <source>All files complete</source>
        <translation>Tous les fichiers complets</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} fichier</numerusform>
            <numerusform>{count} fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own files stay</source>
        <translation>Vos propres fichiers sont conservés</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} autres</translation>
    </message>
    <message>
        <source>The AI features of {app} were optimized for the old card.</source>
        <translation>Les fonctions d’IA de {app} ont été optimisées pour l’ancienne carte.</translation>
    </message>
    <message>
        <source>{program} was using your graphics card when they were optimized.</source>
        <translation>{program} utilisait votre carte graphique lors de leur optimisation.</translation>
    </message>
    <message>
        <source>A new driver was installed, so their results are checked again.</source>
        <translation>Un nouveau pilote a été installé&#xa0;; leurs résultats vont donc être vérifiés à nouveau.</translation>
    </message>
    <message>
        <source>One that gives wrong results is optimized again</source>
        <translation>Celles qui donnent des résultats incorrects seront optimisées à nouveau</translation>
    </message>
    <message>
        <source>Your own files stay as they are</source>
        <translation>Vos propres fichiers restent inchangés</translation>
    </message>
    <message>
        <source>Files and settings stay as they are</source>
        <translation>Les fichiers et les paramètres restent inchangés</translation>
    </message>
    <message>
        <source>The AI features need version {version} or newer.</source>
        <translation>Les fonctions d’IA nécessitent la version {version} ou plus récente.</translation>
    </message>
    <message>
        <source>{app} needs {needed}, and {free} are free.</source>
        <translation>{app} nécessite {needed}&#xa0;; {free} sont libres.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>This setup cannot go on</source>
        <translation>Cette installation ne peut pas continuer</translation>
    </message>
    <message>
        <source>Your graphics card is too old for some AI features</source>
        <translation>Votre carte graphique est trop ancienne pour certaines fonctions d’IA</translation>
    </message>
    <message>
        <source>The AI features do not support your graphics card</source>
        <translation>Les fonctions d’IA ne prennent pas en charge votre carte graphique</translation>
    </message>
    <message>
        <source>It cannot find out which graphics card you have. {advice}</source>
        <translation>Il ne peut pas déterminer quelle carte graphique vous avez. {advice}</translation>
    </message>
    <message>
        <source>Until you restart this PC, the AI features will not work.</source>
        <translation>Les fonctions d’IA ne fonctionneront qu’après le redémarrage de ce PC.</translation>
    </message>
    <message>
        <source>The AI features need the newest driver.</source>
        <translation>Les fonctions d’IA nécessitent le pilote le plus récent.</translation>
    </message>
    <message>
        <source>Too little graphics memory is free</source>
        <translation>Pas assez de mémoire graphique libre</translation>
    </message>
    <message>
        <source>Restart this PC, then try again.</source>
        <translation>Redémarrez ce PC, puis réessayez.</translation>
    </message>
    <message>
        <source>{app} cannot be installed without one.</source>
        <translation>{app} ne peut pas être installé sans carte graphique.</translation>
    </message>
    <message>
        <source>{app} needs a graphics card of the {series}.</source>
        <translation>{app} nécessite une carte graphique {series}.</translation>
    </message>
    <message>
        <source>{app} cannot be installed with this one.</source>
        <translation>{app} ne peut pas être installé avec celle-ci.</translation>
    </message>
    <message>
        <source>Not enough room on {volume}</source>
        <translation>Pas assez d’espace sur {volume}</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>Pas assez d’espace sur le disque</translation>
    </message>
    <message>
        <source>Choose another folder, or free {missing}: this page notices by itself.</source>
        <translation>Choisissez un autre dossier, ou libérez {missing}&#xa0;: cette page le détecte d’elle-même.</translation>
    </message>
    <message>
        <source>Free {missing}: this page notices by itself.</source>
        <translation>Libérez {missing}&#xa0;: cette page le détecte d’elle-même.</translation>
    </message>
    <message>
        <source>{app} is already being set up</source>
        <translation>{app} est déjà en cours d’installation</translation>
    </message>
    <message>
        <source>Another setup is running</source>
        <translation>Une autre installation est en cours</translation>
    </message>
    <message>
        <source>The other window must finish first. This page goes on by itself.</source>
        <translation>L’autre fenêtre doit d’abord terminer. Cette page continue ensuite d’elle-même.</translation>
    </message>
    <message>
        <source>Download it again from {publisher}.</source>
        <translation>Téléchargez-le à nouveau auprès de {publisher}.</translation>
    </message>
    <message>
        <source>Your PC is ready</source>
        <translation>Votre PC est prêt</translation>
    </message>
    <message>
        <source>This setup is incomplete</source>
        <translation>Ce programme d’installation est incomplet</translation>
    </message>
    <message>
        <source>You can install, but {app} will not work on this PC.</source>
        <translation>L’installation est possible, mais {app} ne fonctionnera pas sur ce PC.</translation>
    </message>
    <message>
        <source>You can go on, but {app} will not work on this PC.</source>
        <translation>Vous pouvez continuer, mais {app} ne fonctionnera pas sur ce PC.</translation>
    </message>
    <message>
        <source>Close other programs that use your graphics card, then try again.</source>
        <translation>Fermez les autres programmes qui utilisent votre carte graphique, puis réessayez.</translation>
    </message>
    <message>
        <source>You can install, but some AI features will not work on this PC. Everything else will.</source>
        <translation>L’installation est possible, mais certaines fonctions d’IA ne fonctionneront pas sur ce PC. Tout le reste fonctionnera.</translation>
    </message>
    <message>
        <source>You can go on, but some AI features will not work on this PC. Everything else will.</source>
        <translation>Vous pouvez continuer, mais certaines fonctions d’IA ne fonctionneront pas sur ce PC. Tout le reste fonctionnera.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card found</source>
        <translation>Aucune carte graphique NVIDIA trouvée</translation>
    </message>
    <message>
        <source>Your graphics card has no driver</source>
        <translation>Votre carte graphique n’a pas de pilote</translation>
    </message>
    <message>
        <source>Your graphics card does not respond</source>
        <translation>Votre carte graphique ne répond pas</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used by this account</source>
        <translation>Votre carte graphique ne peut pas être utilisée par ce compte</translation>
    </message>
    <message>
        <source>Your graphics driver is too old</source>
        <translation>Votre pilote graphique est trop ancien</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features</source>
        <translation>Votre carte graphique est trop ancienne pour les fonctions d’IA</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features</source>
        <translation>Votre carte graphique n’a pas assez de mémoire pour les fonctions d’IA</translation>
    </message>
    <message>
        <source>{app} cannot be installed on this PC</source>
        <translation>{app} ne peut pas être installé sur ce PC</translation>
    </message>
    <message>
        <source>You can install, but the AI features will not work on this PC. Everything else will.</source>
        <translation>L’installation est possible, mais les fonctions d’IA ne fonctionneront pas sur ce PC. Tout le reste fonctionnera.</translation>
    </message>
    <message>
        <source>You can go on, but the AI features will not work on this PC. Everything else will.</source>
        <translation>Vous pouvez continuer, mais les fonctions d’IA ne fonctionneront pas sur ce PC. Tout le reste fonctionnera.</translation>
    </message>
    <message>
        <source>You can install; everything else will work.</source>
        <translation>L’installation est possible&#xa0;; tout le reste fonctionnera.</translation>
    </message>
    <message>
        <source>You can go on; everything else will work.</source>
        <translation>Vous pouvez continuer&#xa0;; tout le reste fonctionnera.</translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation>Ce dossier ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Mémoire insuffisante</translation>
    </message>
    <message>
        <source>They need {needed}.</source>
        <translation>Elles nécessitent {needed}.</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}.</source>
        <translation>La mémoire est insuffisante pour préparer le modèle {model!r}.</translation>
    </message>
    <message>
        <source>Building the model {model!r} hit an internal error of engine-installer.</source>
        <translation>La préparation du modèle {model!r} a rencontré une erreur interne d’engine-installer.</translation>
    </message>
    <message>
        <source>The workspace is too small</source>
        <translation>L’espace de travail (workspace) est trop petit</translation>
    </message>
    <message>
        <source>Dimensions that share a name differ</source>
        <translation>Des dimensions de même nom diffèrent</translation>
    </message>
    <message>
        <source>An input or output cannot have that format</source>
        <translation>Une entrée ou une sortie ne peut pas avoir ce format</translation>
    </message>
    <message>
        <source>TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)</source>
        <translation>TensorRT-RTX ne peut pas préparer ceci pour les GeForce RTX 20 et autres GPU Turing (capacité de calcul 7.5)</translation>
    </message>
    <message>
        <source>The GPU lacks a data type</source>
        <translation>Il manque un type de données au GPU</translation>
    </message>
    <message>
        <source>The sizes of a profile contradict each other</source>
        <translation>Les tailles d’un profil se contredisent</translation>
    </message>
    <message>
        <source>The library lacks an operator</source>
        <translation>Il manque un opérateur à la bibliothèque</translation>
    </message>
    <message>
        <source>An input or output cannot have that data type</source>
        <translation>Une entrée ou une sortie ne peut pas avoir ce type de données</translation>
    </message>
    <message>
        <source>There is no kernel for an Attention operator</source>
        <translation>Il n’y a pas de noyau pour un opérateur Attention</translation>
    </message>
    <message>
        <source>The library failed on nested If operators</source>
        <translation>La bibliothèque a échoué sur des opérateurs If imbriqués</translation>
    </message>
    <message>
        <source>Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the application&apos;s vendor can ship a timing cache for this GPU model.</source>
        <translation>Des mesures d’un autre modèle de GPU ont été utilisées ({gpu})&#xa0;; le modèle optimisé n’est donc peut-être pas aussi rapide que possible. L’éditeur de l’application peut fournir un cache de mesures pour ce modèle de GPU.</translation>
    </message>
    <message>
        <source>The engine library could not build the model {model!r}: {reason}</source>
        <translation>La bibliothèque d’IA n’a pas pu préparer le modèle {model!r}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Timing cache: the library failed when it was read ({error}).</source>
        <translation>Cache de mesures&#xa0;: la bibliothèque a échoué à la lecture ({error}).</translation>
    </message>
    <message>
        <source>Timing cache: none is used, because the library failed on it ({error}).</source>
        <translation>Cache de mesures&#xa0;: aucun n’est utilisé, car la bibliothèque a échoué ({error}).</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}: {reason}</source>
        <translation>La mémoire est insuffisante pour préparer le modèle {model!r}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{problem} for the model {model!r}: {reason}</source>
        <translation>{problem} (modèle {model!r})&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The log has everything that the library said.</source>
        <translation>Le fichier journal contient tous les messages de la bibliothèque.</translation>
    </message>
    <message>
        <source>{reason} (operator {operator})</source>
        <translation>{reason} (opérateur {operator})</translation>
    </message>
    <message>
        <source>Loading the engine on {gpu}</source>
        <translation>Chargement du modèle optimisé sur {gpu}</translation>
    </message>
    <message>
        <source>The model {model!r} has a name that is not valid text: {name!r}.</source>
        <translation>Le modèle {model!r} contient un nom qui n’est pas un texte valide&#xa0;: {name!r}.</translation>
    </message>
    <message>
        <source>Timing cache refused: {reason}.</source>
        <translation>Cache de mesures refusé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The new timings could not be kept: {reason}.</source>
        <translation>Les nouvelles mesures n’ont pas pu être conservées&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The engine library cannot start: {reason}</source>
        <translation>La bibliothèque d’IA ne peut pas démarrer&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>At least {needed_mib} MiB are needed.</source>
        <translation>Il faut au moins {needed_mib}&#xa0;Mio.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} does not load on {gpu}: {reason}</source>
        <translation>Le modèle optimisé de {model!r} ne se charge pas sur {gpu}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Check that the NVIDIA driver is installed and new enough for the library.</source>
        <translation>Vérifiez que le pilote NVIDIA est installé et assez récent pour la bibliothèque.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} cannot run on {gpu}: {reason}</source>
        <translation>Le modèle optimisé de {model!r} ne peut pas être exécuté sur {gpu}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The engine library does not accept {setting} of the model {model!r}.</source>
        <translation>La bibliothèque d’IA n’accepte pas {setting} du modèle {model!r}.</translation>
    </message>
    <message>
        <source>The model {model!r} does not say where its weights are.</source>
        <translation>Le modèle {model!r} n’indique pas où se trouvent ses poids.</translation>
    </message>
    <message>
        <source>The model {model!r} has external weights that are too large.</source>
        <translation>Les poids externes du modèle {model!r} sont trop volumineux.</translation>
    </message>
    <message>
        <source>a file name that is relative to the ONNX file</source>
        <translation>un nom de fichier relatif au fichier ONNX</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>un nombre d’octets</translation>
    </message>
    <message>
        <source>The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.</source>
        <translation>Le modèle {model!r} ne peut pas avoir les entrées et sorties que déclare son fichier ONNX.</translation>
    </message>
    <message numerus="yes">
        <source>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</source>
        <translation>
            <numerusform>L’entrée {inputs} a une valeur par défaut dans le fichier ONNX. Le modèle optimisé n’a pas cette entrée et utilise toujours cette valeur.</numerusform>
            <numerusform>Les entrées {inputs} ont des valeurs par défaut dans le fichier ONNX. Le modèle optimisé n’a pas ces entrées et utilise toujours ces valeurs.</numerusform>
        </translation>
    </message>
    <message>
        <source>{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have both under one name.</source>
        <translation>{tensor!r} est une entrée du modèle {model!r} et aussi l’une de ses sorties&#xa0;; un modèle optimisé ne peut pas avoir les deux sous un même nom.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: {reason}.</source>
        <translation>Impossible de charger {library}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: there is not enough memory.</source>
        <translation>Impossible de charger {library}&#xa0;: la mémoire est insuffisante.</translation>
    </message>
    <message>
        <source>The library gave no reason.</source>
        <translation>La bibliothèque n’a donné aucune raison.</translation>
    </message>
    <message>
        <source>a name has more than {number} bytes</source>
        <translation>un nom compte plus de {number} octets</translation>
    </message>
    <message>
        <source>{type}, which {library} does not take</source>
        <translation>{type}, que {library} n’accepte pas</translation>
    </message>
    <message>
        <source>{operator} (node {node})</source>
        <translation>{operator} (nœud {node})</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.</source>
        <translation>{file} du modèle {model!r} n’est pas un modèle ONNX valide&#xa0;; le fichier est peut-être tronqué ou endommagé.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which app.toml does not list.</source>
        <translation>Le modèle {model!r} a des poids dans {file!r}, qui ne figure pas dans app.toml.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which is missing from the app package.</source>
        <translation>Le modèle {model!r} a des poids dans {file!r}, absent du paquet d’installation.</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>numéro {number}</translation>
    </message>
    <message>
        <source>The model {model!r} does not declare the shape of its input {inputs}.</source>
        <translation>Le modèle {model!r} ne déclare pas la forme de son entrée {inputs}.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} was changed while the installation was running.</source>
        <translation>{file} du modèle {model!r} a été modifié pendant l’installation.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is empty.</source>
        <translation>{file} du modèle {model!r} est vide.</translation>
    </message>
    <message>
        <source>graph or the external weights</source>
        <translation>graphe ou les poids externes</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>graphe</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} cannot be used: {reason}</source>
        <translation>Le fichier ONNX du modèle {model!r} est inutilisable&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation>{nodes} et {count} autres</translation>
    </message>
    <message>
        <source>The model {model!r} uses operators that the engine library does not support: {nodes}.</source>
        <translation>Le modèle {model!r} utilise des opérateurs non pris en charge par la bibliothèque d’IA&#xa0;: {nodes}.</translation>
    </message>
    <message>
        <source>{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.</source>
        <translation>{tensor!r} est {declared} dans le fichier ONNX, mais {actual} dans le modèle optimisé.</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} are too short: {file} has {size} bytes.</source>
        <translation>Les poids externes du modèle {model!r} sont trop courts&#xa0;: {file} contient {size} octets.</translation>
    </message>
    <message>
        <source>{gpus} cannot run this engine, and no other can be built here</source>
        <translation>{gpus} ne peut pas exécuter ce modèle optimisé, et aucun autre ne peut être préparé ici</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} in {file!r} do not fit.</source>
        <translation>Les poids externes du modèle {model!r} dans {file!r} ne conviennent pas.</translation>
    </message>
    <message>
        <source>The inputs and outputs that the ONNX file declares cannot be compared with the engine&apos;s.</source>
        <translation>Les entrées et sorties déclarées par le fichier ONNX ne peuvent pas être comparées à celles du modèle optimisé.</translation>
    </message>
    <message>
        <source>quantized asymmetrically or as uint8</source>
        <translation>quantifié de façon asymétrique ou en uint8</translation>
    </message>
    <message>
        <source>uint8 is not supported inside a network</source>
        <translation>uint8 n’est pas pris en charge à l’intérieur d’un réseau</translation>
    </message>
    <message>
        <source>arithmetic with quantized integers is not supported</source>
        <translation>le calcul avec des entiers quantifiés n’est pas pris en charge</translation>
    </message>
    <message>
        <source>in training mode</source>
        <translation>en mode d’apprentissage</translation>
    </message>
    <message>
        <source>with more outputs than are supported</source>
        <translation>avec plus de sorties que prévu</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not have this operator</source>
        <translation>TensorRT-RTX n’a pas cet opérateur</translation>
    </message>
    <message>
        <source>{library} cannot build the model {model!r}: {reasons}</source>
        <translation>{library} ne peut pas préparer le modèle {model!r}&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>the input {input!r}</source>
        <translation>l’entrée {input!r}</translation>
    </message>
    <message>
        <source>the output {output!r}</source>
        <translation>la sortie {output!r}</translation>
    </message>
    <message>
        <source>no node computes it</source>
        <translation>aucun nœud ne la calcule</translation>
    </message>
    <message>
        <source>{operator} (node {node}, inside {outer})</source>
        <translation>{operator} (nœud {node}, dans {outer})</translation>
    </message>
    <message>
        <source>{node} and {count} more of this kind</source>
        <translation>{node} et {count} autres de ce genre</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Scales and zero points of QuantizeLinear and DequantizeLinear must be constants</source>
        <translation>Les échelles et les points zéro de QuantizeLinear et DequantizeLinear doivent être des constantes</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.</source>
        <translation>{file} du modèle {model!r} n’est pas un modèle ONNX exécutable&#xa0;: il n’a pas de sorties.</translation>
    </message>
    <message>
        <source>The model {model!r} in {file} has no inputs.</source>
        <translation>Le modèle {model!r} dans {file} n’a pas d’entrées.</translation>
    </message>
    <message>
        <source>{count} dimensions, more than {library} takes</source>
        <translation>{count} dimensions, plus que {library} n’en accepte</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>non pris en charge</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>le modèle</translation>
    </message>
    <message>
        <source>the weights {tensor!r}</source>
        <translation>les poids {tensor!r}</translation>
    </message>
    <message>
        <source>An AI feature could not be optimized for this PC.</source>
        <translation>Une fonction d’IA n’a pas pu être optimisée pour ce PC.</translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation>Ce disque est en lecture seule.</translation>
    </message>
    <message>
        <source>The setup is not allowed to use enough memory for the AI features.</source>
        <translation>L’installation n’est pas autorisée à utiliser assez de mémoire pour les fonctions d’IA.</translation>
    </message>
    <message>
        <source>Close those programs, then try again.</source>
        <translation>Fermez ces programmes, puis réessayez.</translation>
    </message>
    <message>
        <source>Specify an index, a UUID or a PCI bus id of these, or &apos;all&apos;:{gpus}</source>
        <translation>Indiquez un index, un UUID ou un identifiant de bus PCI parmi ceux-ci, ou «&#xa0;all&#xa0;»&#xa0;:{gpus}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again.</source>
        <translation>Vérifiez la connexion réseau et le proxy du système, puis réessayez.</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} is not that of a network: {reason}.</source>
        <translation>Le fichier ONNX du modèle {model!r} n’est pas celui d’un réseau&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The function {function!r} of the model {model!r} calls itself.</source>
        <translation>La fonction {function!r} du modèle {model!r} s’appelle elle-même.</translation>
    </message>
    <message>
        <source>its functions expand to more than {number} nodes</source>
        <translation>ses fonctions se développent en plus de {number} nœuds</translation>
    </message>
    <message>
        <source>a tensor has more than {number} dimensions</source>
        <translation>un tenseur a plus de {number} dimensions</translation>
    </message>
    <message>
        <source>its parts lie more than {number} deep inside each other</source>
        <translation>ses parties sont imbriquées sur plus de {number} niveaux</translation>
    </message>
    <message>
        <source>it has more than {number} parts</source>
        <translation>il compte plus de {number} parties</translation>
    </message>
    <message>
        <source>their content does not fit their data type and shape</source>
        <translation>leur contenu ne correspond pas à leur type de données ni à leur forme</translation>
    </message>
    <message>
        <source>a node without an operator</source>
        <translation>un nœud sans opérateur</translation>
    </message>
    <message>
        <source>the weights {tensor!r} are a sparse tensor, which is not supported</source>
        <translation>les poids {tensor!r} sont un tenseur creux, ce qui n’est pas pris en charge</translation>
    </message>
    <message>
        <source>a loop without a condition</source>
        <translation>une boucle sans condition</translation>
    </message>
    <message>
        <source>app.toml does not fit the ONNX file of the model {model!r}.</source>
        <translation>app.toml ne correspond pas au fichier ONNX du modèle {model!r}.</translation>
    </message>
    <message>
        <source>they are not used</source>
        <translation>elles ne sont pas utilisées</translation>
    </message>
    <message>
        <source>they were set aside</source>
        <translation>elles ont été mises de côté</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings ({reason}); {outcome}</source>
        <translation>les mesures de cet ordinateur ({reason})&#xa0;; {outcome}</translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation>{what} ({reason})</translation>
    </message>
    <message>
        <source>the library gave no reason</source>
        <translation>la bibliothèque n’a donné aucune raison</translation>
    </message>
    <message>
        <source>all timing caches</source>
        <translation>tous les caches de mesures</translation>
    </message>
    <message>
        <source>the library does not let shipped timings be taken out</source>
        <translation>la bibliothèque ne permet pas de retirer les mesures fournies</translation>
    </message>
    <message>
        <source>{file} was changed since it was checked</source>
        <translation>{file} a été modifié depuis sa vérification</translation>
    </message>
    <message>
        <source>another build holds them for too long</source>
        <translation>une autre préparation les occupe trop longtemps</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings cannot be read ({error})</source>
        <translation>les mesures de cet ordinateur sont illisibles ({error})</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation>impossible de lire {file} ({error})</translation>
    </message>
    <message>
        <source>they have grown too large, so they were removed</source>
        <translation>elles étaient devenues trop volumineuses et ont été supprimées</translation>
    </message>
    <message>
        <source>Weights are infinite or not numbers, and the engine&apos;s results may be as well: {weights}.</source>
        <translation>Des poids sont infinis ou ne sont pas des nombres, et les résultats du modèle optimisé peuvent l’être aussi&#xa0;: {weights}.</translation>
    </message>
    <message>
        <source>Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: {weights}.</source>
        <translation>Des poids de type fp64 sont trop grands pour fp32, et le modèle optimisé a le plus grand nombre fp32 à leur place&#xa0;: {weights}.</translation>
    </message>
    <message>
        <source>Weights are too large for fp16 and become infinite: {weights}.</source>
        <translation>Des poids sont trop grands pour fp16 et deviennent infinis&#xa0;: {weights}.</translation>
    </message>
    <message>
        <source>The engine library changed numbers that do not fit: {reason}</source>
        <translation>La bibliothèque d’IA a modifié des nombres hors limites&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{weight!r} ({count} of {total})</source>
        <translation>{weight!r} ({count} sur {total})</translation>
    </message>
    <message>
        <source>timed while the GPU was in use by {programs}; a repair times it again</source>
        <translation>mesuré pendant que le GPU était utilisé par {programs}&#xa0;; une réparation ultérieure refera les mesures</translation>
    </message>
    <message>
        <source>it is unknown whether the GPU was in use during the build: {reasons}</source>
        <translation>on ignore si le GPU était utilisé pendant la préparation&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>timed while the GPU was in use; a repair times it again</source>
        <translation>mesuré pendant que le GPU était utilisé&#xa0;; une réparation ultérieure refera les mesures</translation>
    </message>
    <message>
        <source>{folder} is the folder that the application&apos;s files come from.</source>
        <translation>{folder} est le dossier source des fichiers de l’application.</translation>
    </message>
    <message>
        <source>Version {version} replaces the newer version {installed}.</source>
        <translation>La version {version} remplace la version plus récente {installed}.</translation>
    </message>
    <message>
        <source>{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.</source>
        <translation>{installed} ({installed_id}) est installé dans {folder}&#xa0;; {name} ({id}) nécessite son propre dossier.</translation>
    </message>
    <message>
        <source>{app} has no feature {features}.</source>
        <translation>{app} n’a pas de fonction {features}.</translation>
    </message>
    <message>
        <source>Choose another folder, or uninstall the other application first.</source>
        <translation>Choisissez un autre dossier, ou désinstallez d’abord l’autre application.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} is damaged: {reason}.</source>
        <translation>Il n’y a rien à réparer&#xa0;: {file} est endommagé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} does not exist.</source>
        <translation>Il n’y a rien à réparer&#xa0;: {file} n’existe pas.</translation>
    </message>
    <message>
        <source>Install the application instead.</source>
        <translation>Lancez plutôt l’installation de l’application.</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {problem}.</source>
        <translation>Un cache de mesures fourni avec l’application n’est pas utilisé&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked against their hashes.</source>
        <translation>app.toml indique verify = false&#xa0;: les empreintes des fichiers de ce paquet n’ont pas été vérifiées.</translation>
    </message>
    <message>
        <source>{file} is not as engine-installer installed it; it is kept as {name}.</source>
        <translation>{file} n’est plus tel qu’engine-installer l’a installé&#xa0;; il est conservé sous le nom {name}.</translation>
    </message>
    <message>
        <source>{file} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{file} appartient à une version antérieure, mais a été modifié depuis&#xa0;; il est conservé.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</source>
        <translation>
            <numerusform>{count} fichier de l’application est manquant et ne peut être restauré que par le programme d’installation de l’application&#xa0;: {files}.</numerusform>
            <numerusform>{count} fichiers de l’application sont manquants et ne peuvent être restaurés que par le programme d’installation de l’application&#xa0;: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its features that can be left out: {features}.</source>
        <translation>Fonctions pouvant être omises&#xa0;: {features}.</translation>
    </message>
    <message>
        <source>It has no features that can be left out.</source>
        <translation>Aucune fonction ne peut être omise.</translation>
    </message>
    <message>
        <source>No timing cache is used: {reason}.</source>
        <translation>Aucun cache de mesures n’est utilisé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the log.</source>
        <translation>Cet utilisateur n’a pas de dossier personnel&#xa0;; il n’y a donc pas d’emplacement par défaut pour le journal.</translation>
    </message>
    <message>
        <source>The log file {file} cannot be written: {reason}.</source>
        <translation>Impossible d’écrire le fichier journal {file}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Choose another file with --log.</source>
        <translation>Choisissez un autre fichier avec --log.</translation>
    </message>
    <message>
        <source>{what} installed in {folder}.</source>
        <translation>Installation terminée dans {folder}&#xa0;: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} engines</source>
        <translation>
            <numerusform>{count} modèle optimisé</numerusform>
            <numerusform>{count} modèles optimisés</numerusform>
        </translation>
    </message>
    <message>
        <source>The time limit was reached: {engines} installed, {left} not built yet.</source>
        <translation>La limite de temps a été atteinte. Installé&#xa0;: {engines}&#xa0;; restant à préparer&#xa0;: {left}.</translation>
    </message>
    <message numerus="yes">
        <source>But {count} files of the application are missing: {files}.</source>
        <translation>
            <numerusform>Mais il manque {count} fichier de l’application&#xa0;: {files}.</numerusform>
            <numerusform>Mais il manque {count} fichiers de l’application&#xa0;: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features could not be set up, for several reasons.</source>
        <translation>
            <numerusform>{count} fonction d’IA n’a pas pu être configurée, pour plusieurs raisons.</numerusform>
            <numerusform>{count} fonctions d’IA n’ont pas pu être configurées, pour plusieurs raisons.</numerusform>
        </translation>
    </message>
    <message>
        <source>No timing was measured here</source>
        <translation>Aucune mesure n’a été effectuée ici</translation>
    </message>
    <message>
        <source>{measured}; {served} of {models} took every timing from the cache.</source>
        <translation>{measured}&#xa0;; sur {models}, toutes les mesures proviennent du cache pour {served}.</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer.</source>
        <translation>Lancez le programme d’installation de l’application.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing.</source>
        <translation>
            <numerusform>{count} fichier de l’application est manquant.</numerusform>
            <numerusform>{count} fichiers de l’application sont manquants.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <translation>
            <numerusform>{count} modèle</numerusform>
            <numerusform>{count} modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>{failed} of {wanted} could not be built:</source>
        <translation>{failed} sur {wanted} n’ont pas pu être préparés&#xa0;:</translation>
    </message>
    <message>
        <source>{models}: {hint}</source>
        <translation>{models}&#xa0;: {hint}</translation>
    </message>
    <message numerus="yes">
        <source>{count} timings measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count} mesure effectuée ici en {seconds:.1f} s</numerusform>
            <numerusform>{count} mesures effectuées ici en {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application</source>
        <translation>
            <numerusform>{count} fichier de l’application</numerusform>
            <numerusform>{count} fichiers de l’application</numerusform>
        </translation>
    </message>
    <message>
        <source>No engine had to be built; {file} is current.</source>
        <translation>Aucun modèle optimisé à préparer&#xa0;; déjà à jour&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>  - {engine}: {reason}</source>
        <translation>  - {engine}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>engine-installer hit an internal error: {kind}: {message}</source>
        <translation>engine-installer a rencontré une erreur interne&#xa0;: {kind}&#xa0;: {message}</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>Il n’y a pas assez de mémoire pour continuer.</translation>
    </message>
    <message>
        <source>There is nothing in {folder} that a shortcut could start.</source>
        <translation>Il n’y a rien dans {folder} qu’un raccourci pourrait lancer.</translation>
    </message>
    <message>
        <source>not wanted on this computer now</source>
        <translation>non souhaité actuellement sur cet ordinateur</translation>
    </message>
    <message>
        <source>a removal was interrupted; uninstalling again completes it</source>
        <translation>une désinstallation a été interrompue&#xa0;; désinstaller à nouveau la termine</translation>
    </message>
    <message>
        <source>{file} is damaged and counts as missing: {reason}</source>
        <translation>{file} est endommagé et considéré comme manquant&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} est manquant</translation>
    </message>
    <message>
        <source>the model is no longer in the app package</source>
        <translation>le modèle n’est plus dans le paquet d’installation</translation>
    </message>
    <message>
        <source>an installation was interrupted; installing again completes it</source>
        <translation>une installation a été interrompue&#xa0;; installer à nouveau la termine</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed</source>
        <translation>{file} a été modifié depuis son installation</translation>
    </message>
    <message>
        <source>its GPU does not answer</source>
        <translation>son GPU ne répond pas</translation>
    </message>
    <message>
        <source>{file} is missing; the application&apos;s own installer restores it</source>
        <translation>{file} est manquant&#xa0;; le programme d’installation de l’application le restaure</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} files from {folder}.</source>
        <translation>
            <numerusform>{count} fichier supprimé de {folder}.</numerusform>
            <numerusform>{count} fichiers supprimés de {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {folder}.</source>
        <translation>Il n’y a rien à supprimer&#xa0;: engine-installer n’a rien installé dans {folder}.</translation>
    </message>
    <message>
        <source>Kept, because changed since they were installed: {files}.</source>
        <translation>Conservés, car modifiés depuis l’installation&#xa0;: {files}.</translation>
    </message>
    <message>
        <source>Kept, because they were there before: {files}.</source>
        <translation>Conservés, car déjà présents auparavant&#xa0;: {files}.</translation>
    </message>
    <message>
        <source>Kept, because not installed by engine-installer: {files}.</source>
        <translation>Conservés, car non installés par engine-installer&#xa0;: {files}.</translation>
    </message>
    <message>
        <source>Empty folders that this user may not remove: {folders}.</source>
        <translation>Dossiers vides que cet utilisateur n’a pas le droit de supprimer&#xa0;: {folders}.</translation>
    </message>
    <message>
        <source>Choose the application&apos;s folder.</source>
        <translation>Choisissez le dossier de l’application.</translation>
    </message>
    <message>
        <source>The removal from {folder} that was interrupted is complete.</source>
        <translation>La suppression interrompue dans {folder} est maintenant terminée.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} et {count} autres</translation>
    </message>
    <message>
        <source>of no data type</source>
        <translation>sans type de données</translation>
    </message>
    <message>
        <source>These files are in use: {files}.</source>
        <translation>Fichiers en cours d’utilisation&#xa0;: {files}.</translation>
    </message>
    <message>
        <source>{file} was changed while it was being installed.</source>
        <translation>{file} a été modifié pendant son installation.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged.</source>
        <translation>{file} n’est plus dans son état d’origine.</translation>
    </message>
    <message>
        <source>Download the installer again.</source>
        <translation>Téléchargez à nouveau le programme d’installation.</translation>
    </message>
    <message>
        <source>Run this as administrator.</source>
        <translation>Exécutez ce programme en tant qu’administrateur.</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {folder}; waiting until it has finished.</source>
        <translation>Une autre installation par engine-installer est en cours dans {folder}&#xa0;; attente de sa fin.</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read {place}. If they use the application, an administrator must give them the right.</source>
        <translation>Les autres utilisateurs de cet ordinateur ne peuvent pas lire {place}. S’ils utilisent l’application, un administrateur doit leur en donner le droit.</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {reason}</source>
        <translation>La liste des applications du système d’exploitation n’a pas été modifiée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The shortcut {file} was not changed: {reason}</source>
        <translation>Le raccourci {file} n’a pas été modifié&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>A removal was interrupted; it is completed first.</source>
        <translation>Une désinstallation a été interrompue&#xa0;; elle est d’abord terminée.</translation>
    </message>
    <message>
        <source>An installation was interrupted; it is completed first.</source>
        <translation>Une installation a été interrompue&#xa0;; elle est d’abord terminée.</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.</source>
        <translation>La bibliothèque d’IA ne fait pas partie de ce programme et ses fichiers .whl ne sont pas dans {folders}&#xa0;: {wheels}.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the target.</source>
        <translation>Cet utilisateur n’a pas de dossier personnel&#xa0;; il n’y a donc pas de destination par défaut.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Choisissez un dossier.</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change, or run this without administrator rights.</source>
        <translation>Choisissez un dossier que seuls les administrateurs peuvent modifier, ou recommencez sans droits d’administrateur.</translation>
    </message>
    <message>
        <source>This program is not as it was packaged: {file} is missing.</source>
        <translation>Ce programme est incomplet&#xa0;: {file} est manquant.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged: it names {name}.</source>
        <translation>{file} n’est plus dans son état d’origine&#xa0;: il mentionne {name}.</translation>
    </message>
    <message>
        <source>it has another name elsewhere (a hard link)</source>
        <translation>il porte un autre nom ailleurs (un lien physique)</translation>
    </message>
    <message>
        <source>it belongs to another user, or others can write it</source>
        <translation>il appartient à un autre utilisateur, ou d’autres peuvent y écrire</translation>
    </message>
    <message>
        <source>Download the application&apos;s installer again.</source>
        <translation>Téléchargez à nouveau le programme d’installation de l’application.</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer at {folder}.</source>
        <translation>Le paquet d’installation de {app} ne se trouve plus à l’emplacement {folder}.</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>l’application</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer there.</source>
        <translation>Le paquet d’installation de {app} n’existe plus.</translation>
    </message>
    <message>
        <source>It is not known which app package was installed in {target}, so none is used with administrator rights.</source>
        <translation>On ne sait pas quel paquet d’installation a été installé dans {target}&#xa0;: aucun n’est donc utilisé avec des droits d’administrateur.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not used with administrator rights: {reason}.</source>
        <translation>Le paquet d’installation dans {folder} n’est pas utilisé avec des droits d’administrateur&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that was installed.</source>
        <translation>Le paquet d’installation dans {folder} n’est pas celui qui a été installé.</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed.</source>
        <translation>{file} a été modifié depuis son installation.</translation>
    </message>
    <message>
        <source>The receipt {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>Le reçu {file} n’est plus tel qu’engine-installer l’a écrit&#xa0;: {fault}.</translation>
    </message>
    <message>
        <source>The program that all users would start for a repair is not safe: {reason}.</source>
        <translation>Le programme que tous les utilisateurs lanceraient pour une réparation n’est pas sûr&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Nothing is written to {folder} with administrator rights: {reason}.</source>
        <translation>Écriture refusée dans {folder} avec des droits d’administrateur&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The records of the installation in this folder were changed or damaged.</source>
        <translation>Les informations sur l’installation dans ce dossier ont été modifiées ou endommagées.</translation>
    </message>
    <message>
        <source>{entry} is there already, and engine-installer did not write it.</source>
        <translation>{entry} existe déjà et n’a pas été écrit par engine-installer.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no menu to list the application in.</source>
        <translation>Cet utilisateur n’a pas de dossier personnel&#xa0;; il n’y a donc pas de menu où inscrire l’application.</translation>
    </message>
    <message>
        <source>Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder there.</source>
        <translation>Rien n’est écrit dans {target}&#xa0;: {folder} est un lien symbolique, alors qu’engine-installer y avait créé un dossier.</translation>
    </message>
    <message>
        <source>The folder {folder} lies on another volume than {target}.</source>
        <translation>Le dossier {folder} se trouve sur un autre volume que {target}.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what was prepared for it is gone.</source>
        <translation>Impossible d’installer {file}&#xa0;: le fichier préparé a disparu.</translation>
    </message>
    <message>
        <source>Someone has changed it. Put the folder back, or choose another folder.</source>
        <translation>Il a été modifié. Rétablissez le dossier ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The journal {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>Le journal {file} n’est plus tel qu’engine-installer l’a écrit&#xa0;: {fault}.</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one.</source>
        <translation>Faites en sorte que seuls les administrateurs puissent modifier ce dossier, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Install into a folder whose parts are on one volume.</source>
        <translation>Installez dans un dossier entièrement situé sur un même volume.</translation>
    </message>
    <message>
        <source>{folder} is a symbolic link, and nothing is changed behind it.</source>
        <translation>{folder} est un lien symbolique&#xa0;; rien n’est modifié au-delà.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again.</source>
        <translation>Ce fichier a été modifié, ou le disque est endommagé. Supprimez-le, puis relancez le programme d’installation.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what the interrupted run had prepared for it is gone.</source>
        <translation>Impossible d’installer {file}&#xa0;: le fichier préparé par l’exécution interrompue a disparu.</translation>
    </message>
    <message>
        <source>Delete {journal}, then run the installer again.</source>
        <translation>Supprimez {journal}, puis relancez le programme d’installation.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>; </source>
        <translation>&#xa0;; </translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
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
        <translation> et </translation>
    </message>
</context>
</TS>
