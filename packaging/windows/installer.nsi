; The installer of Windows, made after `pyinstaller build.spec`, from any folder and on any system:
;   makensis packaging/windows/installer.nsi
; It installs for one person, without administrator's rights. Silent: /S [/D=folder], uninstall.exe /S.
; Exit status: 0 done, 1 given up by the person, 2 not done (the program is running).

Unicode true
; The stub for 64 bits is in Debian's NSIS, not in the one of nsis.sourceforge.io; both serve.
!if /FileExists "${NSISDIR}/Stubs/lzma_solid-amd64-unicode"
    Target amd64-unicode
!endif
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh

; makensis works in the script's own folder.
!cd ../..
!searchparse /file cs_desk/__init__.py '__version__ = "' VERSION '"'
!searchparse /file packaging/windows/version_info.py 'PUBLISHER = "' PUBLISHER '"'
!ifndef PROGRAM
    !define PROGRAM dist/cs_desk
!endif
!ifndef ICON
    !define ICON build/windows/cs_desk.ico
!endif
!ifndef OUTPUT
    !define OUTPUT dist/cs_desk-${VERSION}-setup.exe
!endif
!define UNINSTALL_KEY Software\Microsoft\Windows\CurrentVersion\Uninstall\cs_desk
!define LINK 客服台.lnk

Name $(NAME)
BrandingText "${VERSION}"
OutFile "${OUTPUT}"
InstallDir $LOCALAPPDATA\Programs\cs_desk
InstallDirRegKey HKCU "${UNINSTALL_KEY}" InstallLocation

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\cs_desk.exe"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first one also serves whoever speaks neither.
!insertmacro MUI_LANGUAGE SimpChinese
!insertmacro MUI_LANGUAGE English

!macro SAY NAME CHINESE ENGLISH
    LangString ${NAME} ${LANG_SIMPCHINESE} `${CHINESE}`
    LangString ${NAME} ${LANG_ENGLISH} `${ENGLISH}`
!macroend
!insertmacro SAY NAME "客服台" "CS Desk"
!insertmacro SAY PART_PROGRAM "客服台（必装）" "CS Desk (required)"
!insertmacro SAY PART_DESKTOP_LINK "桌面快捷方式" "A link on the desktop"
!insertmacro SAY NO_32_BITS \
    "客服台需要 64 位的 Windows，这台电脑装不了。" \
    "CS Desk needs a 64-bit Windows and cannot be installed on this computer."
!insertmacro SAY RUNNING \
    "客服台正在运行，文件换不了。$\r$\n$\r$\n请关闭它的窗口，再点“重试”。" \
    "CS Desk is running, so its files cannot be replaced.$\r$\n$\r$\nPlease close its window, then retry."
!insertmacro SAY RUNNING_REMOVE \
    "客服台正在运行，卸载不了。$\r$\n$\r$\n请关闭它的窗口，再点“重试”。" \
    "CS Desk is running and cannot be removed.$\r$\n$\r$\nPlease close its window, then retry."
!insertmacro SAY REMOVE_DATA \
    "程序已经卸载。话术、退货单、设置和备份还在这台电脑上：$\r$\n$\r$\n$LOCALAPPDATA\cs_desk$\r$\n$LOCALAPPDATA\cs_desk_backups$\r$\n$\r$\n也要全部删除吗？删除后找不回来。以后还想用客服台，请选“否”。" \
    "The program has been removed. Replies, return cases, settings and backups are still on this computer:$\r$\n$\r$\n$LOCALAPPDATA\cs_desk$\r$\n$LOCALAPPDATA\cs_desk_backups$\r$\n$\r$\nDelete all of them too? They cannot be brought back. Choose No if you may use CS Desk again."
!insertmacro SAY DATA_LEFT \
    "有些数据文件没能删除，请自己删除：$\r$\n$\r$\n$LOCALAPPDATA\cs_desk$\r$\n$LOCALAPPDATA\cs_desk_backups" \
    "Some of the data could not be deleted. Please delete it yourself:$\r$\n$\r$\n$LOCALAPPDATA\cs_desk$\r$\n$LOCALAPPDATA\cs_desk_backups"

VIProductVersion ${VERSION}.0
VIFileVersion ${VERSION}.0
!macro TELL LANGUAGE PRODUCT DESCRIPTION
    VIAddVersionKey /LANG=${LANGUAGE} ProductName "${PRODUCT}"
    VIAddVersionKey /LANG=${LANGUAGE} FileDescription "${DESCRIPTION}"
    VIAddVersionKey /LANG=${LANGUAGE} CompanyName "${PUBLISHER}"
    VIAddVersionKey /LANG=${LANGUAGE} LegalCopyright "Copyright (c) 2026 ${PUBLISHER}, MIT License"
    VIAddVersionKey /LANG=${LANGUAGE} ProductVersion "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} FileVersion "${VERSION}"
!macroend
!insertmacro TELL ${LANG_SIMPCHINESE} "客服台" "客服台安装程序"
!insertmacro TELL ${LANG_ENGLISH} "CS Desk" "CS Desk (客服台) setup"

; A running program's file cannot be opened for writing: asked before anything is changed.
!macro WAIT_UNTIL_CLOSED FILE WORDS
    ${DoWhile} ${FileExists} "$INSTDIR\${FILE}"
        ClearErrors
        FileOpen $0 "$INSTDIR\${FILE}" a
        ${IfNot} ${Errors}
            FileClose $0
            ${Break}
        ${EndIf}
        ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${WORDS}" /SD IDCANCEL IDCANCEL`
            SetErrorLevel 2
            Quit
        ${EndIf}
    ${Loop}
!macroend

!macro REMOVE_PROGRAM
    Delete "$INSTDIR\cs_desk.exe"
    Delete "$INSTDIR\cs-desk.exe"
    Delete "$INSTDIR\LICENSE.txt"
    ; What an older version brought and this one does not would be loaded all the same.
    RMDir /r "$INSTDIR\_internal"
!macroend

Function .onInit
    ${IfNot} ${RunningX64}
        MessageBox MB_ICONSTOP "$(NO_32_BITS)" /SD IDOK
        SetErrorLevel 2
        Quit
    ${EndIf}
    SetShellVarContext current
FunctionEnd

Section $(PART_PROGRAM)
    SectionIn RO
    !insertmacro WAIT_UNTIL_CLOSED cs_desk.exe "$(RUNNING)"
    !insertmacro WAIT_UNTIL_CLOSED cs-desk.exe "$(RUNNING)"
    !insertmacro REMOVE_PROGRAM
    SetOutPath $INSTDIR
    File /r "${PROGRAM}\*"
    File /oname=LICENSE.txt LICENSE
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortCut "$SMPROGRAMS\${LINK}" "$INSTDIR\cs_desk.exe"

    WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayName "$(NAME)"
    WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\cs_desk.exe"
    WriteRegStr HKCU "${UNINSTALL_KEY}" Publisher "${PUBLISHER}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" InstallLocation $INSTDIR
    WriteRegStr HKCU "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" NoModify 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" NoRepair 1
    ${GetSize} $INSTDIR "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" EstimatedSize $0
SectionEnd

Section /o $(PART_DESKTOP_LINK)
    CreateShortCut "$DESKTOP\${LINK}" "$INSTDIR\cs_desk.exe"
SectionEnd

Function un.onInit
    SetShellVarContext current
FunctionEnd

Section Uninstall
    !insertmacro WAIT_UNTIL_CLOSED cs_desk.exe "$(RUNNING_REMOVE)"
    !insertmacro WAIT_UNTIL_CLOSED cs-desk.exe "$(RUNNING_REMOVE)"
    !insertmacro REMOVE_PROGRAM
    Delete "$INSTDIR\uninstall.exe"
    ; Only if nothing else was put there.
    RMDir $INSTDIR
    Delete "$SMPROGRAMS\${LINK}"
    Delete "$DESKTOP\${LINK}"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"

    ${If} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(REMOVE_DATA)" /SD IDNO IDYES`
        ClearErrors
        RMDir /r "$LOCALAPPDATA\cs_desk"
        RMDir /r "$LOCALAPPDATA\cs_desk_backups"
        ${If} ${Errors}
            MessageBox MB_ICONEXCLAMATION "$(DATA_LEFT)"
        ${EndIf}
    ${EndIf}
SectionEnd
