# Looks at what only a real Windows can show, and writes windows-report.md: docs/verified.md, "On a PC with Windows".
# From an ordinary PowerShell, without administrator rights, in a checkout:
#   powershell -ExecutionPolicy Bypass -File tools\windows_check.ps1
Set-Location (Split-Path $PSScriptRoot)
$env:PYTHONUTF8 = '1'
if (-not (Test-Path .venv\Scripts\engine-builder.exe)) {
    Write-Host 'Setting up .venv: one to two minutes.'
    cmd /c 'py -3.13 -m venv .venv && .venv\Scripts\python -m pip install -q --require-hashes -r requirements\packaging.txt && .venv\Scripts\python -m pip install -q --no-deps -e .'
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
}
& .venv\Scripts\python -m tools.windows_check @args
exit $LASTEXITCODE
