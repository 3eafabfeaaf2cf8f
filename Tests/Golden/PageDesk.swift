import Foundation
import HallCommands
import TestSupport
@testable import HallGit

/// Where the calls of a page are made: a clean folder, a fixed clock, and perhaps a person at a
/// terminal.
///
/// `hall` runs within the test. The rest of its line (`| jq …`, `> file`) and every other program run in
/// bash. A `hall` in the middle of such a line is the built program, with the clock of this machine.
struct PageDesk: ~Copyable {
  /// What readers see in place of the folder.
  private static let home = "/home/me"

  private let base: URL
  private let language: String
  private var folder: String
  private var now = 1_764_550_800
  /// The variables that a call of `hall` gets as well.
  private var exported: [String: String] = [:]
  /// Who sits at the terminal; nil for a script.
  private(set) var person: String?

  /// - Parameter language: the variable `LANG`.
  init(language: String) throws {
    base = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    self.language = language
    folder = base.appending(path: "home").path(percentEncoded: false)
    let settings = "[user]\n\tname = me\n\temail = me@example.org\n[init]\n\tdefaultBranch = main\n"
    try MarkdownPage.write(settings, to: base.appending(path: "home/.gitconfig"))
    try MarkdownPage.write("", to: base.appending(path: "variables"))
    try FileManager.default.createDirectory(
      at: base.appending(path: "bin"), withIntermediateDirectories: true)
    if let program = try? RealProgram.path {
      try FileManager.default.createSymbolicLink(
        at: base.appending(path: "bin/hall"), withDestinationURL: URL(filePath: program))
    }
  }

  deinit { try? FileManager.default.removeItem(at: base) }

  private var root: String { base.appending(path: "home").path(percentEncoded: false) }

  /// Puts a file into the folder where the page is.
  func write(_ text: String, to path: String) throws {
    try MarkdownPage.write(text, to: URL(filePath: folder).appending(path: path))
  }

  /// Puts the repository's samples there.
  func bringSamples() throws {
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "samples"), to: base.appending(path: "home/samples"))
  }

  /// `2025-03-02 09:30 王五`: from here on it is that day, and 王五 sits at a terminal. Each part may be
  /// missing.
  mutating func turn(to words: String) {
    var (day, hour): (String?, String?) = (nil, nil)
    for word in words.split(separator: " ").map(String.init) {
      if word.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil {
        day = word
      } else if word.wholeMatch(of: /[0-9]{2}:[0-9]{2}/) != nil {
        hour = word
      } else {
        person = word
      }
    }
    guard let day, let seconds = TypedCall.seconds(day + "T" + (hour ?? "09:00")) else { return }
    now = seconds
  }

  /// What a line answers, as its reader sees it, and its exit status.
  ///
  /// - Parameter shown: what the page shows as its answer.
  mutating func answer(_ line: String, shown: [String]) -> (lines: [String], status: Int32) {
    let (text, status) = said(line, shown: shown)
    let ending = status == 0 || person != nil ? [] : ["[\(status)]"]
    return (TypedCall.lines(readers(text)) + ending, status)
  }

  /// A text without what is another one for every reader: the folder, and what comes of a new key.
  private func readers(_ text: String) -> String {
    text.replacing(root, with: PageDesk.home)
      .replacing(base.path(percentEncoded: false), with: "/usr/local")
      .replacing("\r\n", with: "\n")
      .replacing(/SHA256:[A-Za-z0-9+\/]{43}/, with: "SHA256:…")
      .replacing(/(signatures\/[^ ]+)\.[0-9a-f]{12}\.md/) { "\($0.1).….md" }
  }

  private mutating func said(_ line: String, shown: [String]) -> (text: String, status: Int32) {
    // The tests are built and run by somebody else.
    if ["swift build", "swift test", "make"].contains(where: line.hasPrefix) {
      return (shown.map { $0 + "\n" }.joined(), 0)
    }
    let cut = ShellLine(line.replacing(/^swift run hall/, with: "hall"))
    guard let typed = TypedCall(cut.call), cut.rest.isEmpty || cut.isPlain else {
      return bash(line)
    }
    let (output, errors, status) = hall(typed, shown: shown, isPiped: !cut.rest.isEmpty)
    guard !cut.rest.isEmpty else { return (errors + output, status) }
    let rest = bash("cat " + cut.rest, input: Array(output.utf8))
    return (errors + rest.text, cut.rest.hasPrefix("|") ? rest.status : status)
  }

  // MARK: hall

  private func hall(
    _ typed: TypedCall, shown: [String], isPiped: Bool
  ) -> (output: String, errors: String, status: Int32) {
    let (programs, isPerson) = (programs, person != nil)
    let console = TypedConsole(page: shown, isInteractive: isPerson) { words in
      programs.run(ProgramCall(words)).map { ($0.status, $0.text + $0.errorText) }
    }
    var context = Repository.context(
      in: URL(filePath: folder), isTerminal: isPerson && !isPiped,
      environment: environment.merging(exported) { $1 }.merging(typed.environment) { $1 })
    context.console = console
    context.say = { console.show($0) }
    context.now = now
    context.programs = programs
    let path = base.appending(path: "bin/hall").path(percentEncoded: false)
    context.programPath = { path }
    // What usually follows is left out of the pages.
    context.saysWhatFollows = false
    let words = typed.words.map { $0.hasPrefix("~/") ? root + $0.dropFirst() : $0 }
    let answer = CommandTable.answer(words, in: context)
    let output = answer.bytes.map { String(decoding: $0, as: UTF8.self) } ?? answer.output
    var errors = console.shown + answer.errors
    for line in console.left { errors += "nobody asked for: \(line)\n" }
    return (output, errors, Int32(answer.status))
  }

  // MARK: Other programs

  /// Somebody whose name the machine does not know.
  private static let nameless = "-"

  private var environment: [String: String] {
    var variables = [
      "LANG": language, "HOME": root, "NO_COLOR": "1",
      "GIT_CONFIG_GLOBAL": root + "/.gitconfig", "GIT_AUTHOR_DATE": "\(now) +0800",
      "GIT_COMMITTER_DATE": "\(now) +0800",
    ]
    if let person, person != PageDesk.nameless {
      variables["HALL_AUTHOR"] = person
      for role in ["AUTHOR", "COMMITTER"] { variables["GIT_\(role)_NAME"] = person }
    }
    return variables
  }

  private var programs: PagePrograms { PagePrograms(environment: environment) }

  /// Runs a line where the last one ended, with the variables that were exported before.
  fileprivate mutating func bash(_ line: String, input: [UInt8] = []) -> (
    text: String, status: Int32
  ) {
    let script = """
      exec 2>&1
      cd "$1"; . "$2/variables"
      \(line)
      status=$?
      pwd > "$2/folder"
      exit $status
      """
    if line.hasPrefix("export ") {
      for word in TypedCall.split(line).dropFirst() {
        guard let equals = word.firstIndex(of: "=") else { continue }
        exported[String(word[..<equals])] = String(word[word.index(after: equals)...])
      }
      let file = base.appending(path: "variables")
      let before = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      try? MarkdownPage.write(before + line + "\n", to: file)
    }
    var call = ProgramCall(
      ["bash", "-c", script, "bash", folder, base.path(percentEncoded: false)], input: input)
    let bin = base.appending(path: "bin").path(percentEncoded: false)
    call.environment = ["PATH": bin + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")]
    guard let done = programs.run(call) else { return ("bash is missing\n", 127) }
    if let text = try? String(contentsOf: base.appending(path: "folder"), encoding: .utf8) {
      folder = String(text.dropLast())
    }
    return (done.text, done.status)
  }
}

extension PageDesk {
  /// Does a line of a crontab once, in the home folder: the line as it is, and what is wrong with it.
  mutating func cron(_ line: String) -> [String] {
    if line.hasPrefix("#") || line.isEmpty { return [line] }
    if line.wholeMatch(of: /[A-Z]+=.*/) != nil { return [line] }
    guard let match = line.wholeMatch(of: /(?:[0-9*\/,-]+ ){5}(.+)/) else {
      return [line, "no line of a crontab"]
    }
    let (said, status) = bash("cd; " + match.1)
    // A script that finds something says so by 1, and cron sends what it prints.
    return [line] + (status < 2 ? [] : TypedCall.lines(said))
  }
}

/// The programs of this machine, with the settings of the page's person in place of anybody else's.
private struct PagePrograms: Programs {
  let environment: [String: String]

  func run(_ call: ProgramCall) -> ProgramResult? {
    var call = call
    call.environment = environment.mapValues { Optional($0) }.merging(call.environment) { $1 }
    return SystemPrograms().run(call)
  }
}
