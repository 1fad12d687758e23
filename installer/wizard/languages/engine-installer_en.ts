<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ActionTexts</name>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimize again anyway…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improve now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improve later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>license terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardsPicture</name>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card before: {0}. Now: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the features to have on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a feature to add or remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Add a shortcut to the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {0} now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstallerWindow</name>
    <message>
        <source>{0} Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>License terms of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all files, and optimize the AI features again where needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add or remove features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the application off this PC; your own files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare the AI features anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for use on another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes less time; AI features may run a little slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fastest, recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the full path of a folder, such as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needed, {1} free on {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recommended settings suit most people.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop removing {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop changing {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop repairing {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep repairing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stays as it is. If you repair it later, the optimization starts over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your present version stays. If you update later, the optimization starts over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop updating {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep updating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet. If you install later, the optimization starts over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop installing {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep installing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is using your graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading… {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can minimize this window. We will tell you when it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repairing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updating {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your present version keeps working until the new one is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being finished and cannot be stopped any longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemovePage</name>
    <message>
        <source>Also remove the log files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the application?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application and its AI features will be taken off this PC.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomMeter</name>
    <message>
        <source>{0} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Use of the graphics card, now {percent} percent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemCheckPage</name>
    <message>
        <source>needs {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PC could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I accept the license terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is using your graphics card; it may take longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the license terms first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hardware slowdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a limited power supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer runs on battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the driver does not tell how much it is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the driver has stopped answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system may have run out of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither TensorRT-RTX nor TensorRT is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer has an NVIDIA GPU, but no NVIDIA driver is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the driver for the GPU from nvidia.com or from the system&apos;s packages, then restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found either; the engines need one to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the NVIDIA driver is installed, but not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the NVIDIA driver was updated, but the old one is still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this user may not use the NVIDIA driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this as a user who may (on Linux: one who can read and write /dev/nvidia*).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the card is seated and powered and that no firmware setting has turned it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is an NVIDIA GPU, but it is not visible in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the swap space or page file, or build on a computer with more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs if the build fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unregister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look up the registration of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run as a user who may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no app package: {folder} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The app package is not valid: {count} problems in {file}.</source>
        <translation>
            <numerusform>The app package is not valid: one problem in {file}.</numerusform>
            <numerusform>The app package is not valid: {count} problems in {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no app package: {folder} is not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no app package: {folder} has no {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the installer again from the folder that holds {file}, or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a corrected package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install engine-installer with its extra &apos;tensorrt&apos; where NVIDIA&apos;s own package index can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version_compatible: TensorRT-RTX does not ship the lean runtime that it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute_capabilities {unknown}: TensorRT-RTX builds for {known} (leave the key out for all from 8.0 on, including newer GPUs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not as it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count:,} were measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count:,} was measured here in {seconds:.1f} s</numerusform>
            <numerusform>{count:,} were measured here in {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message>
        <source>every timing came from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hits:,} of {total:,} timings came from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cache had {count:,} timings before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none were measured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they could not be kept: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {count:,} timings came from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no timing cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: access denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: another program is using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: out of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path {path!r} has a character that no path may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on that disk, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The home folder in {path} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path {path} is relative, but the current directory no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was written by a newer version of engine-installer (schema {schema}; this version knows {known}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {limit_mib} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting} {value}, was {old}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines for other computers can be built anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} {version} is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has crashed in the same way before, so the cause is this model: the engine library fails on it, for example because its network is too deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report it to the application&apos;s vendor; trying again does not help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may take {limit_mib} MiB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} MiB; it {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The builder of the model {model!r} crashed: {how}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory, or the installation is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a computer with more memory. If that does not help, ask the application&apos;s vendor: the model may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The builder of the model {model!r} could not be started: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} {verdict}, so timing the kernels again would be no better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} for {gpu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every file has the hash that app.toml states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} models to build, {cores} cores; as far as free memory allows</source>
        <translation>
            <numerusform>{count} model to build, {cores} cores; as far as free memory allows</numerusform>
            <numerusform>{count} models to build, {cores} cores; as far as free memory allows</numerusform>
        </translation>
    </message>
    <message>
        <source>three quarters of the system memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} needs a GPU of {gpus}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} That may be because {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} needs a supported NVIDIA GPU, but {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernels are timed on the GPU, and two builds at once would disturb each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest model may need as much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot honour {setting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portable engines cannot be built here: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine library can build {model!r}: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} supports {gpus}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot honour what was asked for:
{settings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>library default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} builds for the GPU that it runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{capability} is newer than every GPU that can be named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot build portable engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engines that do not depend on it were asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot honour these settings of the model {model!r}:
{settings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only {gpu} will run these engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the feature {feature!r} was not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--gpu builds for a GPU of this computer, --portable and --for build without regard to any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot build portable engines: it times kernels on the GPU of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app package names them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished by a run that was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out --portable and --for, or use --backend tensorrt-rtx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem:capital}, and these engines do not need one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu}, compute capability {capability}, {mib} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free_mib} of {total_mib} MiB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building {model!r} may need {needed_mib} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA driver {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu}: supported by {libraries}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model!r} needs at least {needed_mib} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free}; builds may take {limit_mib} MiB ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the free space on the volume of {folder} is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free_mib} MiB free for {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs about {needed_mib} MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about {needed_mib} MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA driver {version} (CUDA {cuda})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the installation with a higher limit of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other run is using this target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} problems prevent the installation:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has too little memory: {need}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path {folder} cannot be spelled in this system&apos;s character set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container sets this limit: give it more memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shell or the service that started this sets the limit: raise it (ulimit -v).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program may use too little memory: {need}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building {model!r} hit an internal error: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those that ship cannot be used: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended with exit status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only {found} bytes of a {expected}-byte header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mark of a TensorRT engine is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the second mark of a TensorRT-RTX header is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown serialization version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is an engine of {library}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was built by version {version}, not {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it runs on {targets}, not on {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine {file!r} did not pass verification: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {actual} bytes, the writer counted {counted}, the header says {stated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its content is not what the library delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use by {programs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built with {library}, but {wanted} must be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the settings have changed: {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} has changed from {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, which engines survive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute capability {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a version that supports this graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AI feature did not pass its final check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup took longer than it was allowed to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using your graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is installed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setup is incomplete or damaged. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This application is already being set up in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AI feature has a fault that only its publisher can correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log file of the setup cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped, because going on would not be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features cannot be set up on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the setup could not be downloaded. Check your internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup cannot go on with these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PC had too little free memory. Close other programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using a file that must be replaced. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk became full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using a file that is needed. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to read a file that is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to change what is installed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program that uses it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a full path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {count} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is installed here is newer than this setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for {feature}. Close other programs that use it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for the AI features. Close other programs that use it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model uses {data_type}, which needs compute capability {least} or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has the details: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log with the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, then try again; if it crashes again, report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AI feature needed more memory than this PC can give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the setup stopped answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor: the model may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AI feature took far longer than it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly, in the same way as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the setup could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly. Your PC may have run out of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for compute capability {targets}: {reason:part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every engine is built again, as asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one engine for every GPU of {capabilities}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node {node!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a matrix product in fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 3-D convolution in fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a convolution in int8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an operation ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the node that computes {tensor!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was downloaded could not be verified, so it was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files are in use. Close {programs}, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: it is in use by {programs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers no engine of this version of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the setup: {mb:.1f} MB to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} is neither in the setup nor among what can be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor has no AI feature ready for this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cores} cores; as far as free memory allows; downloads one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other GPUs get engines from other variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AI feature gave wrong results on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the results on {gpu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plugin {plugin!r} is another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}: {reason:part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine that was there before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its results were not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor has changed what its results are checked with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its results were checked on {old}, but the GPU is now {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, so its results are checked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without timings from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s newest driver, then try again; if that does not help, ask the application&apos;s vendor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked on {gpu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with optimization level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {library}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {file}, which is in fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it crashed when it was tried: {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not come to an end when it was tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with what the vendor knows to be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app package asks for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no GPU of this computer can run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AI feature cannot be optimized for this kind of graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other setups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{card}, {memory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for this user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No NVIDIA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTX {series} series or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is installed, and nothing is built here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PC has too little memory for the AI features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine library is not here, and nothing had to be built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is built again {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is downloaded instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{engine} gives wrong results now and is set up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{engine} gave wrong results and is set up in another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is built here instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is built again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{engine} could not be downloaded and is built here instead: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{engine} could not be built here and is downloaded instead: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{engine} could not be set up in this way and is set up in another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report it with the log file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app package has it built here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app package has it downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app package prefers downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app package prefers building here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this takes less time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s, after {mb:.0f} MB of the engine library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine of {model!r} cannot be downloaded: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{offer}: {mb:.1f} MB, about {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be downloaded now: {reason:part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be built here: {reason:part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for an engine for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with this name cannot be used on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no variant is for compute capability {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute capability {own} has {data_type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is for compute capability {named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit status {status} without saying why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different from what the vendor tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not comparable with the vendor&apos;s engine: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine library gives this model other bytes in some builds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this engine was not built at fixed addresses (reproducible = true in app.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor has stated nothing about this version of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor has stated nothing about engines of {library}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor tested this model with other settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was built with {library} {version}, and the vendor tested {versions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was built on {system}, and the vendor tested on {systems}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor has stated nothing about an engine for {targets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identical to the engine that the vendor tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the disk and report it with the log file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the variants have changed: built from {built_from}, not {needed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: built from {built_from}, but {needed} is for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the variant {variant!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s own file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded for {built_for}, but the model cannot be built for {refused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built for {built_for}, but {needed} is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built for {built_for} with this library version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} (compute capability {own})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute capability {own} and newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version knows more settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file {file} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file {file} is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gives wrong results: {reason:part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built on {system}, but this is {this}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the GPU has changed from {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built for this GPU with this library version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no supported GPU in this computer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers an engine that runs on every GPU from compute capability 8.0 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers an engine for every GPU of {capabilities}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers engines for several versions, and which is needed is unknown here: {named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers an engine for exactly this model of GPU, {gpu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers an engine for compute capability {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers no engine of {library} of this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model that was built with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {library} {version}, only for {versions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {system} and CUDA {cuda}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {gpu} (compute capability {own})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for every GPU that is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again later or from another network; if that does not help, ask the publisher of the application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was used. Copy the folder again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {place} delivers was refused: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that came with this setup could not be verified, so it was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer&apos;s date: it is {today}. If that is right, ask the publisher of the application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to install from at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed: it is not what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was used. What is older is accepted only after the application was uninstalled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was exchanged: it holds {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in {folder} expired at {date}: there may be something newer by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the folder that has the folders metadata and targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lists {file}, {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app package&apos;s list of keys is damaged, so nothing can be verified that is delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the setup again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it describes {file} as another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it describes {file} as {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lists {file}, which should be {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lists {file} without its SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it describes {file} wrongly: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again: what has come is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not as it should be: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than the {size} bytes that were signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {found} bytes instead of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is behind a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is signed with another key than the package names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is signed is no statement about engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is signed contradicts itself: it is not about all the engines that it describes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its signature is wrong: it was changed after it was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no signed statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was valid until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was confirmed as up to date only until {date}, so newer files may be held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is larger than it may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not the one that was signed: it was changed, or exchanged for another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has another version than it should have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged, or the server sends something else where it has no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not signed with the publisher&apos;s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not fit the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is older than what was here before: version {found} instead of {seen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed after it was signed, or too few have signed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is missing, which belongs to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} (process {pid}, {mib} MiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % used by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % used, but the driver does not tell whether by our own build or by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict} ({reasons})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slowed down by {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not watched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was watched for {seconds:.1f} s only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in use by {programs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the driver does not answer: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics driver is too old for the AI features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{advice}, or build engines for other computers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {bus}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fastest supported GPU ({cores} cores at up to {mhz} MHz; {second} has {second_cores} at up to {second_mhz} MHz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {own}; {second} has {second_own})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GPU {gpu} cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{capability}, shared by {count} equal GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} does not support {gpu} (compute capability {own}); it supports {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA {needed_cuda}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every distinct GPU was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--gpu {gpu} means several GPUs of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no GPU {gpu}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen graphics card was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn MIG off (nvidia-smi -mig 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install driver {driver} or newer from nvidia.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a driver for CUDA {needed_cuda} from nvidia.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &apos;engine-builder gpus&apos; to see why there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics driver does not answer. Restart your PC, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run &apos;wsl --update&apos; and &apos;wsl --shutdown&apos; in Windows, and open WSL again. WSL 1 has no GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No driver is installed for an NVIDIA graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {seconds:g} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to use the graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVML cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows gives WSL no NVIDIA driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} has stopped answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpu} cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Python package nvidia-ml-py is not installed, so GPUs cannot be listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install engine-installer again; its package or environment is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics driver is not running. Restart your PC, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics driver was updated. Restart your PC, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card has stopped answering. Restart your PC, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer does not trust the server&apos;s certificate ({problem})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program on the network may open the connection. Ask whoever looks after this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} could not be downloaded: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only {received} of {size} bytes arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it leads to an address with {scheme!r} instead of https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it comes too slowly, with {received} of {size} bytes in {seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python {python} on {system}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wheel {file} is damaged, so it is not unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app.toml names no wheel for {computer} of {distributions}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the wheels that app.toml names is an engine library: {libraries}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features cannot run on this kind of PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the file again from where it is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made on an {gpu}, as in this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made on an {gpu} with the same compute capability {capability}; the catalogue has none of {own_gpu} itself for this build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caches are for TensorRT {versions}, and {installed} is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caches are for CUDA {versions}, and the library is for CUDA {installed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caches were made on {systems}, and this is {system}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caches are for compute capability {capabilities}, and {gpu} has {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caches were made with other settings: {differences}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it covers this model only with other settings, such as other profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its first line is not that of a timing cache of engine-installer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is for something else than its name says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its content does not have the hash that its header states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card or much memory, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the setup does not work on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when no other program writes to the installation files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the setup was changed while it was being used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights, and there is no way to ask for them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run with administrator rights ended without a result: {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator rights were not given. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator can install for everyone on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator rights were not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the setup are in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is installed in this folder, and two applications cannot share one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is installed here cannot be repaired. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specify a file with --log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again to continue; nothing is done twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is for other GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} log files.</source>
        <translation>
            <numerusform>Removed {count} log file.</numerusform>
            <numerusform>Removed {count} log files.</numerusform>
        </translation>
    </message>
    <message>
        <source>These files are in use by {programs}: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the application, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the application are in use. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {limit_mib} MiB arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server has {found} bytes, and {file} states {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than the {size} bytes arrived that {file} states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine gave no results within {seconds:.0f} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The results agree with {count} references.</source>
        <translation>
            <numerusform>The results agree with {count} reference.</numerusform>
            <numerusform>The results agree with {count} references.</numerusform>
        </translation>
    </message>
    <message>
        <source>The output {output!r} {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} of the model {model!r} has no references.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results cannot be checked: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results cannot be checked: no GPU of this PC runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine {file} of the model {model!r} has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results cannot be checked: the GPU has not enough free memory ({reason:part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine failed when it was run: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine takes {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results cannot be checked: no profile of the engine allows the references&apos; inputs ({shapes}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results cannot be checked: {tensor!r} is not a plain array ({what}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plugin {plugin!r} has it, which this model does not name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plugin {plugin!r} does not take it: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} has no feed, so --feed has nothing to be for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The feed&apos;s statement about engines was refused: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file was changed while it was being copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its results are right on {gpu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right}; other ways gave wrong results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its results were not checked: {reason:part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features cannot be added or removed: {file} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the application first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is installed here has to be repaired first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that this needs are no longer there. Download the setup again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor; nothing of it was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines are built here, because none can be downloaded now: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} engines from {folder}.</source>
        <translation>
            <numerusform>Removed {count} engine from {folder}.</numerusform>
            <numerusform>Removed {count} engines from {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are different from those that the vendor tested.</source>
        <translation>
            <numerusform>{count} of them is different from the one that the vendor tested.</numerusform>
            <numerusform>{count} of them are different from those that the vendor tested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are identical to those that the vendor tested.</source>
        <translation>
            <numerusform>{count} of them is identical to the one that the vendor tested.</numerusform>
            <numerusform>{count} of them are identical to those that the vendor tested.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up is {difference}. It has passed every other check. Ask the application&apos;s vendor if it comes again after a repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again to complete what has begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator rights are needed for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the kit again, as a whole, from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the kit {folder}, and nothing else is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kit {folder} is incomplete or damaged, so nothing was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a kit: its {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specify the folder that &apos;engine-builder kit&apos; has made, with everything in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others on this PC could change that folder, so it is not safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows does not take the folder {folder}, because of {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user account has no folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file cannot be written safely, because others on this PC could change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that a repair needs were changed. Download the setup again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files that a repair needs are no longer there. Download the setup again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app package of {app} {version} is no longer there: {folder} has version {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; files of the application that are already there are then kept under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others on this PC could change the program that carries out repairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is listed under the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a file, but a file of that name must be installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move or rename it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this folder has the name of a file that must be installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of this folder are on different disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that was prepared for the installation is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a folder in its place, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds {features}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes {features}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not work on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed are still in its folder.</source>
        <translation>
            <numerusform>{count} file that you changed is still in its folder.</numerusform>
            <numerusform>{count} files that you changed are still in its folder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {features}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {features}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimized in another way, because the first one gave wrong results: {features}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results of its AI features are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its AI features are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card} again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been taken off this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded: {features} ({size}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimized on this PC: {features}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimized on this PC, because the download failed: {features}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} graphics cards</source>
        <translation>
            <numerusform>{count} graphics card</numerusform>
            <numerusform>{count} graphics cards</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features may run a little slower than they could.</source>
        <translation>
            <numerusform>One AI feature may run a little slower than it could.</numerusform>
            <numerusform>{count} AI features may run a little slower than they could.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI features may run a little slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI features will run at full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PC has everything that is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features do not work on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some AI features do not work on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{programs} was using your graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs were using your graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time with Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you add one, choose Modify in Settings › Apps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you add one, start this setup again and choose Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When that has changed, choose Modify in Settings › Apps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When that has changed, start this setup again and choose Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can keep using your PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{app} works; {count} AI features could not be set up.</source>
        <translation>
            <numerusform>{app} works; one AI feature could not be set up.</numerusform>
            <numerusform>{app} works; {count} AI features could not be set up.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is done already. Try again to finish it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost everything is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another setup of {app} is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installation was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repair was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The removal was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is not ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is not repaired yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is not removed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not installed completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not repaired completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not removed completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is finished stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must finish first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drive {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading the AI software: {received} of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizing the AI features for your {card}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizing the AI features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing… this takes a few seconds and cannot be stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours</source>
        <translation>
            <numerusform>About {count} hour</numerusform>
            <numerusform>About {count} hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about {count} hours</source>
        <translation>
            <numerusform>in about {count} hour</numerusform>
            <numerusform>in about {count} hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours left</source>
        <translation>
            <numerusform>About {count} hour left</numerusform>
            <numerusform>About {count} hours left</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes</source>
        <translation>
            <numerusform>About {count} minute</numerusform>
            <numerusform>About {count} minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in about {count} minutes</source>
        <translation>
            <numerusform>in about {count} minute</numerusform>
            <numerusform>in about {count} minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left</source>
        <translation>
            <numerusform>About {count} minute left</numerusform>
            <numerusform>About {count} minutes left</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, once your graphics card is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is taking longer than expected. It is still working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little longer than expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} (estimate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} {version} is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} {version} has nothing to repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} files checked just now</source>
        <translation>
            <numerusform>{count} file checked just now</numerusform>
            <numerusform>{count} files checked just now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ready} of {count} AI features ready</source>
        <translation>
            <numerusform>{ready} of {count} AI feature ready</numerusform>
            <numerusform>{ready} of {count} AI features ready</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} of {all} installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No graphics card in this PC can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{features} can be made faster: choose Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features can be made faster: choose Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimize for {card}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimize the AI features again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features can be made faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} needs a repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are optimized</source>
        <translation>
            <numerusform>{count} AI feature is optimized</numerusform>
            <numerusform>{count} AI features are optimized</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are restored</source>
        <translation>
            <numerusform>{count} file is restored</numerusform>
            <numerusform>{count} files are restored</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI features ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} {version} is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimized for your graphics cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimized for your {card}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frees {size} on {volume}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frees {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed stay</source>
        <translation>
            <numerusform>{count} file that you changed stays</numerusform>
            <numerusform>{count} files that you changed stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that were there before stay</source>
        <translation>
            <numerusform>{count} file that was there before stays</numerusform>
            <numerusform>{count} files that were there before stay</numerusform>
        </translation>
    </message>
    <message>
        <source>Without one, these do not work: {features}. If that changes, choose Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features do not work without one. If that changes, choose Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not changed completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading the AI features: {received} of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer driver may help. With one, choose Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Repair to check the results of the AI features again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features are to be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are checked</source>
        <translation>
            <numerusform>{count} AI feature is checked</numerusform>
            <numerusform>{count} AI features are checked</numerusform>
        </translation>
    </message>
    <message>
        <source>Some AI features give wrong results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new driver was installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be optimized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of {app} needs a repair; this optimizes everything once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features of {app} were not optimized for this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs were using your graphics card when they were optimized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their results have not been checked on this PC yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} files are missing or damaged.</source>
        <translation>
            <numerusform>{count} file is missing or damaged.</numerusform>
            <numerusform>{count} files are missing or damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are missing or damaged.</source>
        <translation>
            <numerusform>{count} AI feature is missing or damaged.</numerusform>
            <numerusform>{count} AI features are missing or damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features give wrong results.</source>
        <translation>
            <numerusform>{count} AI feature gives wrong results.</numerusform>
            <numerusform>{count} AI features give wrong results.</numerusform>
        </translation>
    </message>
    <message>
        <source>The software that its AI features run on was updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some AI features were made with other settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new driver was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is as it was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files cannot be restored from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the setup program of {app} that you downloaded to restore them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} file</numerusform>
            <numerusform>{count} files</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features of {app} were optimized for the old card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} was using your graphics card when they were optimized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new driver was installed, so their results are checked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One that gives wrong results is optimized again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own files stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and settings stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features need version {version} or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} needs {needed}, and {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setup cannot go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card is too old for some AI features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features do not support your graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot find out which graphics card you have. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you restart this PC, the AI features will not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AI features need the newest driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little graphics memory is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart this PC, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} cannot be installed without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} needs a graphics card of the {series}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} cannot be installed with this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough room on {volume}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or free {missing}: this page notices by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free {missing}: this page notices by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} is already being set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another setup is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other window must finish first. This page goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it again from {publisher}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PC is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setup is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can install, but {app} will not work on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on, but {app} will not work on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use your graphics card, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can install, but some AI features will not work on this PC. Everything else will.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on, but some AI features will not work on this PC. Everything else will.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No NVIDIA graphics card found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card has no driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card does not respond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card cannot be used by this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics driver is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} cannot be installed on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can install, but the AI features will not work on this PC. Everything else will.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on, but the AI features will not work on this PC. Everything else will.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can install; everything else will work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on; everything else will work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They need {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the model {model!r} hit an internal error of engine-installer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions that share a name differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input or output cannot have that format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GPU lacks a data type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sizes of a profile contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library lacks an operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input or output cannot have that data type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kernel for an Attention operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library failed on nested If operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the application&apos;s vendor can ship a timing cache for this GPU model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine library could not build the model {model!r}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing cache: the library failed when it was read ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing cache: none is used, because the library failed on it ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} for the model {model!r}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has everything that the library said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} (operator {operator})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the engine on {gpu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} has a name that is not valid text: {name!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing cache refused: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new timings could not be kept: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine library cannot start: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {needed_mib} MiB are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine of the model {model!r} does not load on {gpu}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the NVIDIA driver is installed and new enough for the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine of the model {model!r} cannot run on {gpu}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine library does not accept {setting} of the model {model!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} does not say where its weights are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} has external weights that are too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file name that is relative to the ONNX file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</source>
        <translation>
            <numerusform>The input {inputs} has a default value in the ONNX file. The engine has no such input and always uses that value.</numerusform>
            <numerusform>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</numerusform>
        </translation>
    </message>
    <message>
        <source>{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have both under one name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot be loaded: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot be loaded: there is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name has more than {number} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}, which {library} does not take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} (node {node})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which app.toml does not list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which is missing from the app package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} does not declare the shape of its input {inputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} of the model {model!r} was changed while the installation was running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graph or the external weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} cannot be used: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} uses operators that the engine library does not support: {nodes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} are too short: {file} has {size} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gpus} cannot run this engine, and no other can be built here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} in {file!r} do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inputs and outputs that the ONNX file declares cannot be compared with the engine&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantized asymmetrically or as uint8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uint8 is not supported inside a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic with quantized integers is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in training mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with more outputs than are supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorRT-RTX does not have this operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot build the model {model!r}: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input {input!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output {output!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no node computes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} (node {node}, inside {outer})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} and {count} more of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales and zero points of QuantizeLinear and DequantizeLinear must be constants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model!r} in {file} has no inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dimensions, more than {library} takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights {tensor!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AI feature could not be optimized for this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup is not allowed to use enough memory for the AI features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close those programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specify an index, a UUID or a PCI bus id of these, or &apos;all&apos;:{gpus}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} is not that of a network: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function {function!r} of the model {model!r} calls itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its functions expand to more than {number} nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor has more than {number} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts lie more than {number} deep inside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {number} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their content does not fit their data type and shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node without an operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights {tensor!r} are a sparse tensor, which is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loop without a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app.toml does not fit the ONNX file of the model {model!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they were set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer&apos;s own timings ({reason}); {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library gave no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all timing caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library does not let shipped timings be taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed since it was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another build holds them for too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer&apos;s own timings cannot be read ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they have grown too large, so they were removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are infinite or not numbers, and the engine&apos;s results may be as well: {weights}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: {weights}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are too large for fp16 and become infinite: {weights}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine library changed numbers that do not fit: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weight!r} ({count} of {total})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed while the GPU was in use by {programs}; a repair times it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is unknown whether the GPU was in use during the build: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed while the GPU was in use; a repair times it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is the folder that the application&apos;s files come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} replaces the newer version {installed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} has no feature {features}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or uninstall the other application first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the application instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked against their hashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not as engine-installer installed it; it is kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</source>
        <translation>
            <numerusform>{count} file of the application is missing and can only be restored by the application&apos;s own installer: {files}.</numerusform>
            <numerusform>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its features that can be left out: {features}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no features that can be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No timing cache is used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log file {file} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file with --log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} installed in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} engines</source>
        <translation>
            <numerusform>{count} engine</numerusform>
            <numerusform>{count} engines</numerusform>
        </translation>
    </message>
    <message>
        <source>The time limit was reached: {engines} installed, {left} not built yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>But {count} files of the application are missing: {files}.</source>
        <translation>
            <numerusform>But {count} file of the application is missing: {files}.</numerusform>
            <numerusform>But {count} files of the application are missing: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features could not be set up, for several reasons.</source>
        <translation>
            <numerusform>An AI feature could not be set up.</numerusform>
            <numerusform>{count} AI features could not be set up, for several reasons.</numerusform>
        </translation>
    </message>
    <message>
        <source>No timing was measured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measured}; {served} of {models} took every timing from the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing.</source>
        <translation>
            <numerusform>A file of the application is missing.</numerusform>
            <numerusform>{count} files of the application are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <translation>
            <numerusform>{count} model</numerusform>
            <numerusform>{count} models</numerusform>
        </translation>
    </message>
    <message>
        <source>{failed} of {wanted} could not be built:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{models}: {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} timings measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>{count} timing measured here in {seconds:.1f} s</numerusform>
            <numerusform>{count} timings measured here in {seconds:.1f} s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application</source>
        <translation>
            <numerusform>{count} file of the application</numerusform>
            <numerusform>{count} files of the application</numerusform>
        </translation>
    </message>
    <message>
        <source>No engine had to be built; {file} is current.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  - {engine}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine-installer hit an internal error: {kind}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in {folder} that a shortcut could start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not wanted on this computer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a removal was interrupted; uninstalling again completes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged and counts as missing: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model is no longer in the app package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an installation was interrupted; installing again completes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed since it was installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its GPU does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is missing; the application&apos;s own installer restores it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} files from {folder}.</source>
        <translation>
            <numerusform>Removed {count} file from {folder}.</numerusform>
            <numerusform>Removed {count} files from {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, because changed since they were installed: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, because they were there before: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, because not installed by engine-installer: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty folders that this user may not remove: {folders}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the application&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The removal from {folder} that was interrupted is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of no data type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files are in use: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed while it was being installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not as it was packaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the installer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this as administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {folder}; waiting until it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other users of this computer cannot read {place}. If they use the application, an administrator must give them the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortcut {file} was not changed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A removal was interrupted; it is completed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An installation was interrupted; it is completed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change, or run this without administrator rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program is not as it was packaged: {file} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not as it was packaged: it names {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has another name elsewhere (a hard link)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it belongs to another user, or others can write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the application&apos;s installer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app package of {app} is no longer at {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app package of {app} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known which app package was installed in {target}, so none is used with administrator rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app package in {folder} is not used with administrator rights: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed since it was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt {file} is not as engine-installer wrote it: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that all users would start for a repair is not safe: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written to {folder} with administrator rights: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records of the installation in this folder were changed or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry} is there already, and engine-installer did not write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no menu to list the application in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} lies on another volume than {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be installed: what was prepared for it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone has changed it. Put the folder back, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal {file} is not as engine-installer wrote it: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install into a folder whose parts are on one volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a symbolic link, and nothing is changed behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be installed: what the interrupted run had prepared for it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {journal}, then run the installer again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
