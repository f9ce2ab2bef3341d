; The installer for Windows (Inno Setup 6.3 or newer). Built by the release workflow:
;   iscc /DVersion=0.1.0 /DBundle=..\..\build\bundle\imsearch packaging\windows\imsearch.iss
; For the current user unless an administrator chooses otherwise. Pictures and libraries are never touched; uninstalling leaves
; settings, libraries and models, which lie in the user's folders.

#ifndef Version
  #error Say which version: /DVersion=...
#endif
#ifndef Bundle
  #define Bundle "..\..\build\bundle\imsearch"
#endif

[Setup]
AppId={{7B1B9C0E-2E41-4C55-9C3B-6C2E6F0B6A52}
AppName=imsearch
AppVersion={#Version}
AppVerName=imsearch {#Version}
AppPublisher=The imsearch developers
DefaultDirName={autopf}\imsearch
DefaultGroupName=imsearch
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename=imsearch-{#Version}-windows-x86_64
SetupIconFile=..\..\build\icons\imsearch.ico
UninstallDisplayIcon={app}\imsearch-gui.exe
LicenseFile=..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
ChangesEnvironment=yes
ChangesAssociations=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
english.SearchSimilar=Search similar pictures
german.SearchSimilar=Ähnliche Bilder suchen
english.IndexFolder=Index with imsearch
german.IndexFolder=Mit imsearch indizieren
english.ContextMenu=Show “Search similar pictures” in the context menu of pictures
german.ContextMenu=„Ähnliche Bilder suchen“ im Kontextmenü von Bildern zeigen
english.AddToPath=Make the command “imsearch” known to terminals (PATH)
german.AddToPath=Den Befehl „imsearch“ in Konsolen bekannt machen (PATH)

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "contextmenu"; Description: "{cm:ContextMenu}"
Name: "path"; Description: "{cm:AddToPath}"; Flags: unchecked

[InstallDelete]
; What an earlier version had and this one has no more must not be loaded.
; Nothing is deleted in a folder that was there before and belongs to something else.
Type: filesandordirs; Name: "{app}\lib"; Check: IsOurs

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\imsearch"; Filename: "{app}\imsearch-gui.exe"; AppUserModelID: "imsearch"
Name: "{autodesktop}\imsearch"; Filename: "{app}\imsearch-gui.exe"; Tasks: desktopicon; AppUserModelID: "imsearch"

[Registry]
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\imsearch"; ValueType: string; ValueData: "{cm:SearchSimilar}"; Flags: uninsdeletekey; Tasks: contextmenu
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\imsearch"; ValueType: string; ValueName: "Icon"; ValueData: """{app}\imsearch-gui.exe"""; Tasks: contextmenu
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\image\shell\imsearch\command"; ValueType: string; ValueData: """{app}\imsearch-gui.exe"" ""%1"""; Tasks: contextmenu
Root: HKA; Subkey: "Software\Classes\Directory\shell\imsearch"; ValueType: string; ValueData: "{cm:IndexFolder}"; Flags: uninsdeletekey; Tasks: contextmenu
Root: HKA; Subkey: "Software\Classes\Directory\shell\imsearch"; ValueType: string; ValueName: "Icon"; ValueData: """{app}\imsearch-gui.exe"""; Tasks: contextmenu
Root: HKA; Subkey: "Software\Classes\Directory\shell\imsearch\command"; ValueType: string; ValueData: """{app}\imsearch-gui.exe"" ""%1"""; Tasks: contextmenu
Root: HKA; Subkey: "Software\Classes\Applications\imsearch-gui.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "imsearch"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\imsearch-gui.exe\shell\open\command"; ValueType: string; ValueData: """{app}\imsearch-gui.exe"" ""%1"""

[Run]
Filename: "{app}\imsearch-gui.exe"; Description: "{cm:LaunchProgram,imsearch}"; Flags: nowait postinstall skipifsilent

[Code]
const
  UserEnvironment = 'Environment';
  MachineEnvironment = 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment';

function IsOurs: Boolean;
begin
  Result := FileExists(ExpandConstant('{app}\imsearch-gui.exe')) and FileExists(ExpandConstant('{app}\sbom.cdx.json'));
end;

function EnvironmentRoot: Integer;
begin
  if IsAdminInstallMode then Result := HKEY_LOCAL_MACHINE else Result := HKEY_CURRENT_USER;
end;

function EnvironmentKey: String;
begin
  if IsAdminInstallMode then Result := MachineEnvironment else Result := UserEnvironment;
end;

procedure ChangePath(Add: Boolean);
var
  Before, Folder, After: String;
begin
  Folder := ExpandConstant('{app}');
  if not RegQueryStringValue(EnvironmentRoot, EnvironmentKey, 'Path', Before) then Before := '';
  After := ';' + Before + ';';
  StringChangeEx(After, ';' + Folder + ';', ';', True);
  while (Length(After) > 0) and (After[1] = ';') do Delete(After, 1, 1);
  while (Length(After) > 0) and (After[Length(After)] = ';') do Delete(After, Length(After), 1);
  if Add then begin
    if After <> '' then After := After + ';';
    After := After + Folder;
  end;
  if After <> Before then RegWriteExpandStringValue(EnvironmentRoot, EnvironmentKey, 'Path', After);
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if (CurStep = ssPostInstall) and WizardIsTaskSelected('path') then ChangePath(True);
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usPostUninstall then ChangePath(False);
end;
