import HallGit
import HallModel
import HallStore
import HallWords

/// A spreadsheet program on this machine that converts a workbook to text.
enum WorkbookProgram: String, CaseIterable {
  case soffice, libreoffice, ssconvert
  /// LibreOffice, if it is not in `PATH`.
  case application = "/Applications/LibreOffice.app/Contents/MacOS/soffice"

  /// The time limit in seconds.
  static let limit = 60

  /// One sheet of a workbook.
  struct Sheet: Equatable {
    let name: String
    let bytes: [UInt8]
  }

  enum Failure: Error, Equatable {
    case notHere
    /// It took too long and was stopped.
    case overdue
    /// The person wanted to leave.
    case interrupted
    /// It could not read the workbook.
    case refused
  }

  /// Its name for people.
  var name: String { self == .application ? "soffice" : rawValue }

  var isOffice: Bool { self != .ssconvert }

  /// The sheets of a workbook, in its order, without empty ones.
  ///
  /// The program works on a copy in a private folder, with a profile of its own: no macro runs, no
  /// link is followed, and nothing remains.
  func sheets(
    of workbook: [UInt8], ending: String, in context: CommandContext
  ) throws(Failure) -> [Sheet] {
    let (folder, call): (TemporaryFolder, ProgramCall)
    do throws(DiskFailure) {
      folder = try TemporaryFolder(in: context.environment["TMPDIR"])
      let file = try folder.write(workbook, to: "sheet." + ending)
      let target = try folder.makeFolder(WorkbookProgram.target)
      call = try self.call(for: file, into: target, folder)
    } catch {
      throw .refused
    }
    guard let result = context.programs.run(call) else { throw .notHere }
    defer { withExtendedLifetime(folder) {} }
    guard !result.isInterrupted else { throw .interrupted }
    guard !result.isOverdue else { throw .overdue }
    let names = sorted(folder.names(in: WorkbookProgram.target), result.text)
    guard result.isDone, !names.isEmpty else { throw .refused }
    let sheets = names.compactMap { name in
      folder.read(WorkbookProgram.target, name).map { Sheet(name: sheetName(name), bytes: $0) }
    }
    return sheets.filter { sheet in sheet.bytes.contains { !" ,\"\r\n\t".utf8.contains($0) } }
  }

  private static let target = "csv"

  private func call(
    for file: String, into target: String, _ folder: TemporaryFolder
  ) throws(DiskFailure) -> ProgramCall {
    var words: [String]
    switch self {
    case .ssconvert:
      words = [
        rawValue, "-S", "-T", "Gnumeric_stf:stf_assistant", "-O",
        "separator=, format=automatic eol=unix charset=UTF-8", file, target + "/%n-%s.csv",
      ]
    case .soffice, .libreoffice, .application:
      let profile = try folder.makeFolder("profile")
      _ = try folder.makeFolder("profile/user")
      _ = try folder.write(Array(WorkbookProgram.settings.utf8), to: "settings")
      try folder.move("settings", to: "profile/user/registrymodifications.xcu")
      words = [
        rawValue, "-env:UserInstallation=file://" + profile, "--headless", "--invisible",
        "--norestore", "--nolockcheck", "--nodefault", "--convert-to",
        // Comma, quote, UTF-8, from line 1; figures unformatted; all sheets.
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
        "--outdir", target, file,
      ]
    }
    #if canImport(Darwin)
      let locale = "en_US.UTF-8"
    #else
      let locale = "C.UTF-8"
    #endif
    var call = ProgramCall(
      words,
      environment: [
        "HOME": folder.path, "TMPDIR": folder.path, "LC_ALL": locale, "DISPLAY": nil,
        "WAYLAND_DISPLAY": nil, "DBUS_SESSION_BUS_ADDRESS": nil, "XDG_CONFIG_HOME": nil,
        "XDG_CACHE_HOME": nil, "XDG_DATA_HOME": nil,
      ])
    call.limit = WorkbookProgram.limit
    return call
  }

  /// The files in the order of the workbook's sheets: one program numbers them, the other prints
  /// their names.
  private func sorted(_ names: [String], _ said: String) -> [String] {
    let files = names.filter { $0.hasSuffix(".csv") }
    func place(_ name: String) -> Int {
      if self == .ssconvert { return Int(name.prefix { $0 != "-" }) ?? .max }
      let lines = VisibleText.split(said)
      return lines.firstIndex { $0.hasSuffix("/" + name) } ?? .max
    }
    return files.sorted { left, right in
      let (first, second) = (place(left), place(right))
      return first == second ? left < right : first < second
    }
  }

  /// `sheet-名册.csv` and `0-名册.csv` are the sheet 名册; `sheet.csv` is the only one.
  private func sheetName(_ file: String) -> String {
    let bare = file.dropLast(".csv".count)
    guard let dash = bare.firstIndex(of: "-") else { return String(bare) }
    return String(bare[bare.index(after: dash)...])
  }

  /// The settings of LibreOffice's profile: no macros, no links, no remote content.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
    xmlns:xs="http://www.w3.org/2001/XMLSchema" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Calc/Content/Update">\
    <prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
    </oor:items>

    """
}
