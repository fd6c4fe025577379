<#
.SYNOPSIS
Watches folders against their SLA: reports every folder in which files have waited for longer. Meant for the task scheduler; needs
PowerShell 5.1 or later, nothing else.

.DESCRIPTION
Signs in with SALLYPORT_USER and SALLYPORT_PASSWORD. What cannot be sent is tried again SALLYPORT_TRIES times (default 5), after
SALLYPORT_WAIT seconds (default 2) that double each time. Sending again does no harm: the same files are one SLA error. A file is as old
as its creation on Windows and as its last change elsewhere. Ends with 0 when everything breached was sent, 1 when not, 2 when called
wrongly.

.EXAMPLE
examples/sla.ps1 http://127.0.0.1:8080 C:\in\A=20 C:\in\B=40 C:\in\C=60 C:\in\D=1440
#>
param(
    [Parameter(Mandatory = $true, Position = 0)][string]$Url,
    [Parameter(Mandatory = $true, Position = 1, ValueFromRemainingArguments = $true)][string[]]$Folders
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$base = $Url.TrimEnd('/')
$mostFiles = 400
$onWindows = [Environment]::OSVersion.Platform -eq 'Win32NT'
$culture = [Globalization.CultureInfo]::InvariantCulture
$script:token = ''

function Get-Setting([string]$Name, [string]$Default) {
    $value = [Environment]::GetEnvironmentVariable($Name)
    if ([string]::IsNullOrEmpty($value)) { $Default } else { $value }
}

function Write-Complaint([string]$Text) { [Console]::Error.WriteLine($Text) }

$user = Get-Setting 'SALLYPORT_USER' ''
$password = Get-Setting 'SALLYPORT_PASSWORD' ''
if (-not $user -or -not $password) {
    Write-Complaint 'SALLYPORT_USER and SALLYPORT_PASSWORD are not set'
    exit 2
}
$tries = [int](Get-Setting 'SALLYPORT_TRIES' '5')
$firstWait = [int](Get-Setting 'SALLYPORT_WAIT' '2')

# Posts once; returns the status, 0 for no answer, and the text of the answer.
function Send-Once([string]$Target, [string]$Body) {
    $headers = @{}
    if ($script:token) { $headers['Authorization'] = "Bearer $($script:token)" }
    try {
        $answer = Invoke-WebRequest -Uri ($base + $Target) -Method Post -Headers $headers -UseBasicParsing -TimeoutSec 60 -MaximumRedirection 0 `
            -ContentType 'application/json' -Body ([Text.Encoding]::UTF8.GetBytes($Body))
        return @{ Status = [int]$answer.StatusCode; Text = [string]$answer.Content }
    } catch {
        $response = $null
        if ($_.Exception.PSObject.Properties['Response']) { $response = $_.Exception.Response }
        if ($null -eq $response) { return @{ Status = 0; Text = $_.Exception.Message } }
        return @{ Status = [int]$response.StatusCode; Text = [string]$_.ErrorDetails }
    }
}

# Sends until there is an answer that will stay the same.
function Send-Retried([string]$Target, [string]$Body) {
    $wait = $firstWait
    for ($attempt = 1; ; $attempt++) {
        $answer = Send-Once $Target $Body
        $passing = $answer.Status -eq 0 -or $answer.Status -eq 429 -or $answer.Status -ge 500
        if (-not $passing -or $attempt -ge $tries) { return $answer }
        Start-Sleep -Seconds $wait
        $wait *= 2
    }
}

function Connect-Service {
    $script:token = ''
    $answer = Send-Retried '/auth' (ConvertTo-Json -Compress @{ username = $user; password = $password })
    if ($answer.Status -ne 200) {
        Write-Complaint "cannot sign in: HTTP $($answer.Status)"
        return $false
    }
    $script:token = (ConvertFrom-Json $answer.Text).accessToken
    return $true
}

# Signs in when there is no token yet, and once more when it has expired.
function Send-Run([string]$Run) {
    if (-not $script:token -and -not (Connect-Service)) { return $false }
    $answer = Send-Retried '/file_sla_error' $Run
    if ($answer.Status -eq 401) {
        if (-not (Connect-Service)) { return $false }
        $answer = Send-Retried '/file_sla_error' $Run
    }
    if ($answer.Status -ne 200) {
        Write-Complaint "not accepted: HTTP $($answer.Status) $($answer.Text)"
        return $false
    }
    $recorded = ConvertFrom-Json $answer.Text
    Write-Output "  accepted $($recorded.accepted), repeated $($recorded.repeated)" | Out-Host
    return $true
}

function Get-Printable([string]$Text) {
    $line = $Text -replace '[\x00-\x1f\x7f-\x9f]', '?'
    if ([string]::IsNullOrWhiteSpace($line)) { '?' } else { $line }
}

# Returns the files of the folder itself that are older, sorted by name and each once.
function Get-Late([string]$Folder, [int]$Minutes) {
    $limit = [DateTime]::UtcNow.AddMinutes(-$Minutes)
    # Ordinal, because two files may differ in case alone.
    $late = New-Object 'Collections.Generic.SortedDictionary[string,object]' ([StringComparer]::Ordinal)
    foreach ($file in Get-ChildItem -LiteralPath $Folder -File -Force) {
        $since = if ($onWindows) { $file.CreationTimeUtc } else { $file.LastWriteTimeUtc }
        if ($since -lt $limit) {
            $name = Get-Printable $file.Name
            $when = $since.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", $culture)
            $late["$name/$when"] = [ordered]@{ filename = $name; creationDate = $when }
        }
    }
    $late.Values
}

$watched = @()
foreach ($pair in $Folders) {
    if ($pair -notmatch '^(.+)=([1-9][0-9]{0,6})$') {
        Write-Complaint "${pair}: write FOLDER=MINUTES, a whole number from 1 on"
        exit 2
    }
    $watched += @{ Folder = $Matches[1]; Minutes = [int]$Matches[2] }
}
$failures = 0
foreach ($pair in $watched) {
    try {
        $files = @(Get-Late $pair.Folder $pair.Minutes)
    } catch {
        Write-Complaint "$($pair.Folder): cannot be read"
        $failures++
        continue
    }
    Write-Output "$($pair.Folder): $($files.Count) older than $($pair.Minutes) minutes"
    for ($from = 0; $from -lt $files.Count; $from += $mostFiles) {
        $last = [Math]::Min($from + $mostFiles, $files.Count) - 1
        $breach = [ordered]@{
            folder = (Get-Printable $pair.Folder)
            sla    = $pair.Minutes
            files  = @($files[$from..$last])
        }
        $run = ConvertTo-Json -Compress -Depth 5 @{ sla_error = @($breach) }
        if (-not (Send-Run $run)) { $failures++ }
    }
}
if ($failures -gt 0) { exit 1 }
