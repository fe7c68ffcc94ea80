# Formulator on Windows: each command first makes .venv beside this file and installs the locked packages, once.
#
#   powershell -ExecutionPolicy Bypass -File dev.ps1 run [RECIPE ...]     open the window
#   powershell -ExecutionPolicy Bypass -File dev.ps1 check PATH ...       check recipes without a window
#   powershell -ExecutionPolicy Bypass -File dev.ps1 test [ARGUMENT ...]  run the tests; arguments go to pytest
#   powershell -ExecutionPolicy Bypass -File dev.ps1 lint                 ruff and mypy
#
# Needs Python 3.11 to 3.14 (64 bit). What ./dev does, in fewer words; ASCII only, for Windows PowerShell 5.1.

$command = if ($args.Count -gt 0) { $args[0] } else { "help" }
$rest = @($args | Select-Object -Skip 1)
$root = $PSScriptRoot
$venv = Join-Path $root ".venv"
$py = Join-Path $venv "Scripts\python.exe"
$stamp = Join-Path $venv ".stamp"
$fits = "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"

function Stop-With([string]$why) { Write-Host "dev: $why"; exit 1 }

function New-Venv {
    $tries = @("py", "-3.13"), @("py", "-3.12"), @("py", "-3.11"), @("py", "-3.14"), @("python", "-I")
    foreach ($try in $tries) {
        $exe, $flag = $try
        if (-not (Get-Command $exe -ErrorAction SilentlyContinue)) { continue }
        & $exe $flag -c $fits | Out-Null
        if ($LASTEXITCODE -ne 0) { continue }
        Write-Host "dev: making .venv with $exe $flag"
        if (Test-Path $venv) { Remove-Item -Recurse -Force $venv }
        & $exe $flag -m venv $venv
        if ($LASTEXITCODE -ne 0) { Stop-With "could not make .venv" }
        return
    }
    Stop-With "no Python 3.11 to 3.14 here; install one from python.org and try again"
}

function Initialize-Venv([string]$kind) {
    $file = Join-Path $root $(if ($kind -eq "dev") { "requirements-dev.txt" } else { "requirements.txt" })
    $sums = foreach ($name in "requirements.txt", "requirements-dev.txt", "pyproject.toml") { (Get-FileHash (Join-Path $root $name)).Hash }
    $now = "$root $($sums -join ' ')"
    $was = if (Test-Path $stamp) { (Get-Content -Raw -Encoding UTF8 $stamp).Trim() } else { "" }
    if ($was -eq "dev $now" -or $was -eq "$kind $now") { return }
    if (-not $was.Contains(" $root ")) { New-Venv }
    elseif ($was.StartsWith("dev ")) { $kind = "dev"; $file = Join-Path $root "requirements-dev.txt" }
    Write-Host "dev: installing $(Split-Path -Leaf $file) into .venv (some 100 MB the first time)"
    & $py -m pip install -q --disable-pip-version-check --require-hashes -r $file
    if ($LASTEXITCODE -ne 0) { Stop-With "pip failed" }
    & $py -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e $root
    if ($LASTEXITCODE -ne 0) { Stop-With "pip failed" }
    Set-Content -Encoding UTF8 $stamp "$kind $now"
}

switch ($command) {
    "run" {
        Initialize-Venv "run"
        & (Join-Path $venv "Scripts\formulator.exe") @rest
        exit $LASTEXITCODE
    }
    "check" {
        Initialize-Venv "run"
        & (Join-Path $venv "Scripts\formulator.exe") check @rest
        exit $LASTEXITCODE
    }
    "test" {
        Initialize-Venv "dev"
        $env:QT_QPA_PLATFORM = "offscreen"
        Set-Location $root
        if ($rest.Count -eq 0) { $rest = @("-n", "2", "--dist", "loadfile") }
        & $py -m pytest @rest
        exit $LASTEXITCODE
    }
    "lint" {
        Initialize-Venv "dev"
        Set-Location $root
        & $py -m ruff check .
        $failed = $LASTEXITCODE
        & $py -m mypy --strict
        exit ([Math]::Max($failed, $LASTEXITCODE))
    }
    default {
        Get-Content $PSCommandPath | Select-Object -Skip 1 -First 8 | ForEach-Object { $_ -replace '^# ?', '' }
        if ($command -ne "help") { exit 64 }
    }
}
