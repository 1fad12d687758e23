"""What plans, checks and errors say that end users may meet in the wizard.

The words are those of the code that reports them; `tests/installer/wizard/test_language.py` holds them against it. A
number in braces stands for whatever is told there.
"""

from __future__ import annotations

import itertools
import re
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from builder.base.text import Text

VERBS = cast(
    "tuple[str, ...]",
    (
        QT_TRANSLATE_NOOP("messages", "read"),
        QT_TRANSLATE_NOOP("messages", "write"),
        QT_TRANSLATE_NOOP("messages", "write to"),
        QT_TRANSLATE_NOOP("messages", "write the engine"),
        QT_TRANSLATE_NOOP("messages", "create"),
        QT_TRANSLATE_NOOP("messages", "create the folder"),
        QT_TRANSLATE_NOOP("messages", "replace"),
        QT_TRANSLATE_NOOP("messages", "remove"),
        QT_TRANSLATE_NOOP("messages", "flush"),
        QT_TRANSLATE_NOOP("messages", "set aside"),
        QT_TRANSLATE_NOOP("messages", "register"),
        QT_TRANSLATE_NOOP("messages", "unregister"),
        QT_TRANSLATE_NOOP("messages", "look up the registration of"),
        QT_TRANSLATE_NOOP("messages", "start"),
    ),
)
"""What could not be done, in "Cannot {0} {1}: …"."""

MESSAGES = cast(
    "tuple[str, ...]",
    (
        QT_TRANSLATE_NOOP("messages", "Driver"),
        QT_TRANSLATE_NOOP("messages", "Engine library"),
        QT_TRANSLATE_NOOP("messages", "GPU"),
        QT_TRANSLATE_NOOP("messages", "GPU memory"),
        QT_TRANSLATE_NOOP("messages", "Memory"),
        QT_TRANSLATE_NOOP("messages", "Disk"),
        QT_TRANSLATE_NOOP("messages", "Write access"),
        QT_TRANSLATE_NOOP("messages", "Other runs"),
        QT_TRANSLATE_NOOP("messages", "The run was cancelled. Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "The time limit was reached before an engine was finished. Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Run the command again with a larger --timeout."),
        QT_TRANSLATE_NOOP("messages", "The time limit was reached: {0} installed, {1} not built yet."),
        QT_TRANSLATE_NOOP("messages", "Run the command again to continue; nothing is built twice."),
        QT_TRANSLATE_NOOP("messages", "Everything is current; nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "{0} installed in {1}."),
        QT_TRANSLATE_NOOP("messages", "{0} engines"),
        QT_TRANSLATE_NOOP("messages", "1 engine"),
        QT_TRANSLATE_NOOP("messages", "{0} files of the application"),
        QT_TRANSLATE_NOOP("messages", "1 file of the application"),
        QT_TRANSLATE_NOOP("messages", "{0} engines and {1} files of the application"),
        QT_TRANSLATE_NOOP("messages", "{0} engines and 1 file of the application"),
        QT_TRANSLATE_NOOP("messages", "1 engine and {0} files of the application"),
        QT_TRANSLATE_NOOP("messages", "1 engine and 1 file of the application"),
        QT_TRANSLATE_NOOP("messages", "No engine had to be built; {0} is current."),
        QT_TRANSLATE_NOOP(
            "messages", "{0} timings measured here in {1} s; {2} of {3} models took every timing from the cache."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "1 timing measured here in {0} s; {1} of {2} models took every timing from the cache."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "{0} timings measured here in {1} s; {2} of 1 model took every timing from the cache."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "1 timing measured here in {0} s; {1} of 1 model took every timing from the cache."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "No timing was measured here; {0} of {1} models took every timing from the cache."
        ),
        QT_TRANSLATE_NOOP("messages", "No timing was measured here; {0} of 1 model took every timing from the cache."),
        QT_TRANSLATE_NOOP("messages", "{0} of {1} models could not be built:"),
        QT_TRANSLATE_NOOP("messages", "{0} of {1} engines could not be built:"),
        QT_TRANSLATE_NOOP("messages", "The builder of the model {0} crashed: {1}."),
        QT_TRANSLATE_NOOP(
            "messages", "The builder of the model {0} crashed: {1}. The system may have run out of memory."
        ),
        QT_TRANSLATE_NOOP("messages", "The builder of the model {0} could not be started: {1}"),
        QT_TRANSLATE_NOOP("messages", "The log has its last words: {0}"),
        QT_TRANSLATE_NOOP(
            "messages", "Close other programs and run the command again; if it crashes again, report it."
        ),
        QT_TRANSLATE_NOOP(
            "messages",
            "A virus scanner may have blocked it, the system may be short of files or memory (then --jobs 1 helps), or the installation is damaged.",
        ),
        QT_TRANSLATE_NOOP("messages", "Please report it with the log file."),
        QT_TRANSLATE_NOOP("messages", "engine-installer met an error of its own: {0}: {1}"),
        QT_TRANSLATE_NOOP("messages", "Close other programs that use the GPU, then run the command again."),
        QT_TRANSLATE_NOOP("messages", "{0} has {1} of {2} MiB free, and the model {3} needs at least {4} MiB; it {5}."),
        QT_TRANSLATE_NOOP("messages", "{0} is in use by {1}"),
        QT_TRANSLATE_NOOP("messages", "{0} is in use"),
        QT_TRANSLATE_NOOP("messages", "is in use by {0}"),
        QT_TRANSLATE_NOOP("messages", "is in use"),
        QT_TRANSLATE_NOOP("messages", "is idle"),
        QT_TRANSLATE_NOOP("messages", "{0} is idle"),
        QT_TRANSLATE_NOOP("messages", "may be in use or not"),
        QT_TRANSLATE_NOOP("messages", "{0} may be in use or not"),
        QT_TRANSLATE_NOOP("messages", "{0} ({1} % used)"),
        QT_TRANSLATE_NOOP("messages", "{0} (process {1}, {2} MiB)"),
        QT_TRANSLATE_NOOP("messages", "{0} (process {1})"),
        QT_TRANSLATE_NOOP("messages", "a program of another user"),
        QT_TRANSLATE_NOOP(
            "messages", "Close those programs and run the command again, or let it wait or build anyway with --if-busy."
        ),
        QT_TRANSLATE_NOOP("messages", "{0} things stand in the way:"),
        QT_TRANSLATE_NOOP("messages", "NVIDIA driver {0}"),
        QT_TRANSLATE_NOOP("messages", "NVIDIA driver {0} (CUDA {1})"),
        QT_TRANSLATE_NOOP("messages", "neither TensorRT-RTX nor TensorRT is installed"),
        QT_TRANSLATE_NOOP("messages", "this computer has an NVIDIA GPU, but no NVIDIA driver is installed"),
        QT_TRANSLATE_NOOP("messages", "no NVIDIA driver is installed"),
        QT_TRANSLATE_NOOP(
            "messages", "Install the driver for the GPU from nvidia.com or from the system's packages, then restart."
        ),
        QT_TRANSLATE_NOOP("messages", "No NVIDIA GPU was found either; the engines need one to run."),
        QT_TRANSLATE_NOOP("messages", "the NVIDIA driver is installed, but not running"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).",
        ),
        QT_TRANSLATE_NOOP("messages", "the NVIDIA driver was updated, but the old one is still running"),
        QT_TRANSLATE_NOOP("messages", "Restart the computer."),
        QT_TRANSLATE_NOOP("messages", "this user may not use the NVIDIA driver"),
        QT_TRANSLATE_NOOP(
            "messages", "Run this as a user who may (on Linux: one who can read and write /dev/nvidia*)."
        ),
        QT_TRANSLATE_NOOP("messages", "the NVIDIA driver finds no GPU"),
        QT_TRANSLATE_NOOP(
            "messages", "Check that the card is seated and powered and that no firmware setting has turned it off."
        ),
        QT_TRANSLATE_NOOP("messages", "there is an NVIDIA GPU, but it is not visible in this session"),
        QT_TRANSLATE_NOOP(
            "messages",
            "In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.",
        ),
        QT_TRANSLATE_NOOP("messages", "the NVIDIA driver did not answer within {0} seconds"),
        QT_TRANSLATE_NOOP("messages", "Restart the computer. If nvidia-smi hangs as well, install the driver again."),
        QT_TRANSLATE_NOOP("messages", "{0} has stopped answering"),
        QT_TRANSLATE_NOOP("messages", "Restart the computer. If it happens again, check the card's power and cooling."),
        QT_TRANSLATE_NOOP("messages", "NVML cannot be read: {0}"),
        QT_TRANSLATE_NOOP(
            "messages", "Run nvidia-smi to see what the driver says; installing the driver again often helps."
        ),
        QT_TRANSLATE_NOOP("messages", "This computer cannot run these engines: {0}"),
        QT_TRANSLATE_NOOP("messages", "The model {0} needs a supported NVIDIA GPU, but {1}."),
        QT_TRANSLATE_NOOP("messages", "{0} That may be because {1}."),
        QT_TRANSLATE_NOOP("messages", "the only supported GPU, compute capability {0}"),
        QT_TRANSLATE_NOOP(
            "messages", "the fastest supported GPU ({0} cores at up to {1} MHz; {2} has {3} at up to {4} MHz)"
        ),
        QT_TRANSLATE_NOOP("messages", "the newest supported GPU (compute capability {0}; {1} has {2})"),
        QT_TRANSLATE_NOOP("messages", "the supported GPU with the most memory ({0} MiB; {1} has {2} MiB)"),
        QT_TRANSLATE_NOOP("messages", "the first of equal GPUs, at PCI bus {0}"),
        QT_TRANSLATE_NOOP("messages", "the command line asks for it"),
        QT_TRANSLATE_NOOP("messages", "every distinct GPU was asked for; compute capability {0}"),
        QT_TRANSLATE_NOOP("messages", "{0} does not support {1} (compute capability {2}); it supports {3}"),
        QT_TRANSLATE_NOOP("messages", "Install a supported GPU and its driver."),
        QT_TRANSLATE_NOOP(
            "messages", "Install a supported GPU and its driver, or build engines for other computers with --portable."
        ),
        QT_TRANSLATE_NOOP("messages", "the app package is made for GPUs of compute capability {0}, but {1} has {2}"),
        QT_TRANSLATE_NOOP("messages", "Ask the application's vendor for a package that supports this GPU."),
        QT_TRANSLATE_NOOP("messages", "{0} is divided into MIG instances, and engines are built for whole GPUs only"),
        QT_TRANSLATE_NOOP("messages", "the NVIDIA driver is too old: it runs CUDA up to {0}, and {1} needs CUDA {2}"),
        QT_TRANSLATE_NOOP("messages", "Install driver {0} or newer from nvidia.com."),
        QT_TRANSLATE_NOOP("messages", "{0} has {1} MiB of memory, and at least {2} MiB are needed"),
        QT_TRANSLATE_NOOP(
            "messages", "Use a GPU with more memory, or ask the application's vendor for a smaller model."
        ),
        QT_TRANSLATE_NOOP("messages", "{0}, compute capability {1}, {2} MiB: supported by {3}"),
        QT_TRANSLATE_NOOP("messages", "{0} has {1} of {2} MiB free"),
        QT_TRANSLATE_NOOP("messages", "{0} has {1} of {2} MiB free; {3} needs at least {4} MiB"),
        QT_TRANSLATE_NOOP("messages", "{0} of {1} MiB free"),
        QT_TRANSLATE_NOOP("messages", "{0} of {1} MiB free; building {2} may need {3} MiB"),
        QT_TRANSLATE_NOOP("messages", "This computer has too little memory: {0}."),
        QT_TRANSLATE_NOOP("messages", "Enlarge the swap space or page file, or build on a computer with more memory."),
        QT_TRANSLATE_NOOP("messages", "Close other programs if the build fails."),
        QT_TRANSLATE_NOOP("messages", "the free room of the volume of {0} is unknown"),
        QT_TRANSLATE_NOOP("messages", "{0} MiB free for {1}"),
        QT_TRANSLATE_NOOP(
            "messages",
            "There is not enough room on the volume of {0}: {1} MiB are free, and the engines need about {2} MiB.",
        ),
        QT_TRANSLATE_NOOP(
            "messages",
            "There is not enough room on the volume of {0}: {1} MiB are free, and the installation needs about {2} MiB.",
        ),
        QT_TRANSLATE_NOOP("messages", "Free some space, or choose another place with --target."),
        QT_TRANSLATE_NOOP("messages", "{0} can be written to"),
        QT_TRANSLATE_NOOP("messages", "no other run works on this target"),
        QT_TRANSLATE_NOOP("messages", "Another run of engine-installer is working on {0}."),
        QT_TRANSLATE_NOOP(
            "messages", "Wait until it has finished, then run the command again; --wait does that for you."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Another run of engine-installer is working on {0}; waiting until it has finished."
        ),
        QT_TRANSLATE_NOOP("messages", "Cannot {0} {1}: the disk is full."),
        QT_TRANSLATE_NOOP("messages", "Cannot {0} {1}: access denied."),
        QT_TRANSLATE_NOOP("messages", "Cannot {0} {1}: another program is using it."),
        QT_TRANSLATE_NOOP("messages", "Cannot {0} {1}: out of memory."),
        QT_TRANSLATE_NOOP("messages", "Cannot {0} {1}: {2}."),
        QT_TRANSLATE_NOOP(
            "messages", "Free some space on that disk or choose another folder, then run the command again."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Choose a folder that you may write to with --target, or run as a user who may write there."
        ),
        QT_TRANSLATE_NOOP("messages", "Run as a user who may read it."),
        QT_TRANSLATE_NOOP("messages", "Close the application that uses the engines, then run the command again."),
        QT_TRANSLATE_NOOP("messages", "Close other programs."),
        QT_TRANSLATE_NOOP("messages", "Check the disk, or choose a folder on another one with --target."),
        QT_TRANSLATE_NOOP("messages", "Give another path."),
        QT_TRANSLATE_NOOP("messages", "{0} is installed"),
        QT_TRANSLATE_NOOP("messages", "{0} {1} is installed"),
        QT_TRANSLATE_NOOP("messages", "none"),
        QT_TRANSLATE_NOOP("messages", "the application ships none"),
        QT_TRANSLATE_NOOP("messages", "made on an {0}, as in this computer"),
        QT_TRANSLATE_NOOP(
            "messages",
            "made on an {0} with the same compute capability {1}; the catalogue has none of {2} itself for this build",
        ),
        QT_TRANSLATE_NOOP("messages", "those that ship cannot be used: {0}"),
        QT_TRANSLATE_NOOP("messages", "the caches are for TensorRT {0}, and {1} is installed"),
        QT_TRANSLATE_NOOP("messages", "the caches are for CUDA {0}, and the library is for CUDA {1}"),
        QT_TRANSLATE_NOOP("messages", "the caches were made on {0}, and this is {1}"),
        QT_TRANSLATE_NOOP("messages", "the caches are for compute capability {0}, and {1} has {2}"),
        QT_TRANSLATE_NOOP("messages", "the caches were made with other settings: {0}"),
        QT_TRANSLATE_NOOP("messages", "{0}; the app package says no_gpu = 'portable'"),
        QT_TRANSLATE_NOOP("messages", "{0} has changed from {1} to {2}."),
        QT_TRANSLATE_NOOP("messages", "There is no app package: {0} does not exist."),
        QT_TRANSLATE_NOOP("messages", "There is no app package: {0} is not a folder."),
        QT_TRANSLATE_NOOP("messages", "There is no app package: {0} holds no {1}."),
        QT_TRANSLATE_NOOP("messages", "Give the folder that holds {0} with --package."),
        QT_TRANSLATE_NOOP("messages", "The app package is not valid: one fault in {0}."),
        QT_TRANSLATE_NOOP("messages", "The app package is not valid: {0} faults in {1}."),
        QT_TRANSLATE_NOOP("messages", "Mend what is listed; the app package was made by the application's vendor."),
        QT_TRANSLATE_NOOP("messages", "{0} is the folder that the application's files come from."),
        QT_TRANSLATE_NOOP("messages", "Choose another folder with --target."),
        QT_TRANSLATE_NOOP("messages", "{0} ({1}) is installed in {2}; {3} ({4}) needs a folder of its own."),
        QT_TRANSLATE_NOOP("messages", "Choose another folder with --target, or uninstall the other application first."),
        QT_TRANSLATE_NOOP("messages", "There is nothing to repair: {0} does not exist."),
        QT_TRANSLATE_NOOP("messages", "Run 'engine-installer install' instead."),
        QT_TRANSLATE_NOOP("messages", "There is nothing to remove: engine-installer has installed nothing in {0}."),
        QT_TRANSLATE_NOOP("messages", "Give the application's folder with --target."),
        QT_TRANSLATE_NOOP("messages", "Removed {0} from {1}."),
        QT_TRANSLATE_NOOP("messages", "The removal from {0} that was interrupted is complete."),
        QT_TRANSLATE_NOOP("messages", "The app package of {0} is no longer at {1}."),
        QT_TRANSLATE_NOOP("messages", "Give the folder of the app package with --package."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Run the application's own installer, or give the folder of its complete app package with --package.",
        ),
        QT_TRANSLATE_NOOP("messages", "These files are in use: {0}."),
        QT_TRANSLATE_NOOP("messages", "Close the application, then run the command again."),
        QT_TRANSLATE_NOOP("messages", "{0} was changed while it was being installed."),
        QT_TRANSLATE_NOOP("messages", "Run the command again."),
        QT_TRANSLATE_NOOP("messages", "Run the same command again: it completes what this run had begun."),
        QT_TRANSLATE_NOOP("messages", "The operating system's list of applications was not changed: {0}"),
        QT_TRANSLATE_NOOP("messages", "Nothing is written to {0} with administrator rights: {1}."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Choose a folder that only administrators can change with --target, or run this without administrator rights.",
        ),
        QT_TRANSLATE_NOOP("messages", "{0} is in the way: it is no file, but one of this name is to be installed."),
        QT_TRANSLATE_NOOP("messages", "Move it away, or choose another target."),
        QT_TRANSLATE_NOOP("messages", "An installation for all users needs administrator rights."),
        QT_TRANSLATE_NOOP("messages", "Run this as administrator or with sudo, or use --current-user."),
        QT_TRANSLATE_NOOP("messages", "The engine {0} did not pass verification: {1}."),
        QT_TRANSLATE_NOOP(
            "messages", "Run the command again; if it happens again, check the disk and report it with the log file."
        ),
        QT_TRANSLATE_NOOP("messages", "A timing cache that ships with the application is not used: {0}."),
        QT_TRANSLATE_NOOP("messages", "No timing cache is used: {0}."),
        QT_TRANSLATE_NOOP("messages", "{0} is not as engine-installer installed it; it is kept as {1}."),
        QT_TRANSLATE_NOOP("messages", "{0} belongs to an earlier version, but was changed since; it is kept."),
        QT_TRANSLATE_NOOP("messages", "Loading the engine library"),
        QT_TRANSLATE_NOOP("messages", "Reading the model"),
        QT_TRANSLATE_NOOP("messages", "Loading the engine on {0}"),
        QT_TRANSLATE_NOOP("messages", "{0}, and what is to be built does not need one"),
        QT_TRANSLATE_NOOP("messages", "the GPU has changed from {0} to {1}"),
        QT_TRANSLATE_NOOP("messages", "the driver has changed from {0} to {1}"),
        QT_TRANSLATE_NOOP("messages", "the model has changed"),
        QT_TRANSLATE_NOOP("messages", "the settings have changed: {0}"),
        QT_TRANSLATE_NOOP("messages", "the file {0} is missing"),
        QT_TRANSLATE_NOOP("messages", "the file {0} is damaged"),
        QT_TRANSLATE_NOOP("messages", "there is no supported GPU in this machine now"),
        QT_TRANSLATE_NOOP("messages", "built with {0}, but {1} is to be used"),
        QT_TRANSLATE_NOOP("messages", "built for {0}, but {1} is needed"),
        QT_TRANSLATE_NOOP("messages", "no engine was built yet"),
        QT_TRANSLATE_NOOP("messages", "{0} is missing"),
        QT_TRANSLATE_NOOP("messages", "{0} was changed since it was installed"),
        QT_TRANSLATE_NOOP("messages", "the app package asks for it"),
        QT_TRANSLATE_NOOP("messages", "the command line asks for engines that do not depend on it"),
        QT_TRANSLATE_NOOP("messages", "it does not cover this model"),
        QT_TRANSLATE_NOOP("messages", "{0} supports {1}"),
        QT_TRANSLATE_NOOP("messages", "Engines for other computers can be built with --portable."),
        QT_TRANSLATE_NOOP("messages", "{0} of 1 model could not be built:"),
        QT_TRANSLATE_NOOP("messages", "{0} files"),
        QT_TRANSLATE_NOOP("messages", "1 file"),
        QT_TRANSLATE_NOOP("messages", "{0} is not installed"),
        QT_TRANSLATE_NOOP("messages", "{0} cannot be asked: {1}"),
        QT_TRANSLATE_NOOP("messages", "the GPU"),
        QT_TRANSLATE_NOOP("messages", "compute capability {0}"),
        QT_TRANSLATE_NOOP("messages", "compute capability 7.5 (Turing) or newer"),
        QT_TRANSLATE_NOOP(
            "messages", "compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and alike)"
        ),
        QT_TRANSLATE_NOOP("messages", "{0} needs a GPU of {1}"),
        QT_TRANSLATE_NOOP("messages", "No engine library is installed: neither TensorRT-RTX nor TensorRT."),
        QT_TRANSLATE_NOOP("messages", "The GPU {0} cannot be used: {1}."),
        QT_TRANSLATE_NOOP("messages", "Install a supported GPU and its driver"),
        QT_TRANSLATE_NOOP("messages", "there is none"),
        QT_TRANSLATE_NOOP("messages", "{0} % used"),
        QT_TRANSLATE_NOOP("messages", "{0} % used by others"),
        QT_TRANSLATE_NOOP("messages", "slowed down by {0}"),
        QT_TRANSLATE_NOOP("messages", "heat"),
        QT_TRANSLATE_NOOP("messages", "a hardware slowdown"),
        QT_TRANSLATE_NOOP("messages", "a limited power supply"),
        QT_TRANSLATE_NOOP("messages", "this computer runs on battery"),
        QT_TRANSLATE_NOOP("messages", "the driver does not tell how much it is used"),
        QT_TRANSLATE_NOOP("messages", "the driver has stopped answering"),
        QT_TRANSLATE_NOOP("messages", "The system may have run out of memory."),
        QT_TRANSLATE_NOOP("messages", "{0}, but timed while the GPU was in use"),
        QT_TRANSLATE_NOOP("messages", "{0}, but timed while the GPU was in use by {1}"),
        QT_TRANSLATE_NOOP("messages", "But {0} of the application are missing: {1}."),
        QT_TRANSLATE_NOOP("messages", "But 1 file of the application is missing: {0}."),
        QT_TRANSLATE_NOOP(
            "messages", "Make it a folder that only administrators can change, or choose another one with --target."
        ),
        QT_TRANSLATE_NOOP("messages", "{0} was interrupted; what it had begun is completed first."),
        QT_TRANSLATE_NOOP(
            "messages", "optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do"
        ),
        QT_TRANSLATE_NOOP("messages", "A removal"),
        QT_TRANSLATE_NOOP("messages", "An installation"),
        QT_TRANSLATE_NOOP("messages", "Writing the engine"),
        QT_TRANSLATE_NOOP("messages", "{0} is not the wheel that app.toml names: its SHA-256 is {1}, not {2}."),
        QT_TRANSLATE_NOOP("messages", "Get the file anew from where it is published."),
        QT_TRANSLATE_NOOP("messages", "The wheel {0} is not unpacked: {1}."),
        QT_TRANSLATE_NOOP("messages", "app.toml names no wheel for {0} of {1}."),
        QT_TRANSLATE_NOOP(
            "messages", "The application's vendor must name one; this computer may be too old or of another kind."
        ),
        QT_TRANSLATE_NOOP("messages", "{0} could not be downloaded: {1}."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Check the connection to the network, and the system's proxy. Or get the file in another way and give its folder with --wheels.",
        ),
        QT_TRANSLATE_NOOP(
            "messages", "The engine library is not part of this program, and its wheels are not in {0}: {1}."
        ),
        QT_TRANSLATE_NOOP("messages", "Put these files into a folder and give it with --wheels."),
        QT_TRANSLATE_NOOP("messages", "No app package came with this copy of the program."),
        QT_TRANSLATE_NOOP("messages", "Get the installer anew."),
    ),
)

_LONGEST = 600
_PLACEHOLDER = re.compile(r"\{\d\}")
_COUNTED = re.compile(r" (MiB|%|engines|files|timings|models|seconds|MHz|cores|things|faults|s\b)")
_NUMBER = r"([\d.,]+)"
_WITHIN_A_SENTENCE = r"((?:(?!\n|[.!?] [A-Z0-9]).)+?)"
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z0-9])")
_COMMA = re.compile(r", (?![^(]*\))")


def by_pattern(text: str) -> Text:
    """Until every message carries its template: what has none is looked up by what it looks like."""
    return Text(_translated(str(text)))


def _translated(text: str) -> str:
    """A message of quiet mode in the wizard's language; what nobody has translated, or is very long, stays as it is."""
    if len(text) > _LONGEST and "\n" not in text:
        return text
    for pattern, translation in _patterns():
        # A full stop belongs to the sentence, not to what stands last in it.
        if text.endswith(".") <= pattern.pattern.endswith(".") and (match := pattern.fullmatch(text)):
            said = translation.format(*map(_part, match.groups()))
            # At the beginning of a sentence, what is written as its part has a capital; names stay as they are.
            is_name = re.match(r"\S*[{.]", translation)
            return said[:1].upper() + said[1:] if text[:1].isupper() and not is_name else said
    for parts, mark in (
        (text.split("\n  - "), "\n  - "),
        (text.split("\n"), "\n"),
        (_SENTENCE_END.split(text), " "),
        (text.split("; "), QCoreApplication.translate("words", "; ")),
        (text.split(": ", 1), QCoreApplication.translate("words", ": ")),
        (_COMMA.split(text), QCoreApplication.translate("words", ", ")),
    ):
        if len(parts) > 1:
            told = [_translated(part) for part in parts]
            if told != parts:
                # Full-width punctuation brings its own space.
                return mark.join(told).replace("。 ", "。")
    # A part of a sentence that stands alone.
    if text.endswith(".") and not text.endswith("..") and (told_part := _translated(text[:-1])) != text[:-1]:
        return told_part + QCoreApplication.translate("words", ".")
    return text


def _part(text: str) -> str:
    """What stands in a message: a single word is a name, but for what could not be done."""
    return _translated(text) if " " in text or text in VERBS else text


def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is translated, the longest first, so that a general pattern does not take what a special one is for."""
    found = []
    for source in sorted((*VERBS, *MESSAGES), key=len, reverse=True):
        translation = QCoreApplication.translate("messages", source)
        if translation != source:
            found.append((re.compile(_pattern_of(source)), translation))
    return tuple(found)


def _pattern_of(source: str) -> str:
    """What a message looks like. Placeholders are narrow, so that none swallows what another pattern is for."""
    pieces = _PLACEHOLDER.split(source)
    pattern = f"(?i:{re.escape(pieces[0][:1])}){re.escape(pieces[0][1:])}"
    for before, after in itertools.pairwise(pieces):
        if before == "Cannot ":
            pattern += f"({'|'.join(sorted(VERBS, key=len, reverse=True))})"
        elif _COUNTED.match(after) or before.endswith("(process "):
            pattern += _NUMBER
        else:
            pattern += _WITHIN_A_SENTENCE
        pattern += re.escape(after)
    return pattern
