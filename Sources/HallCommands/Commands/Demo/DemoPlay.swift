import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Plays a story in a folder: each call is made as somebody would have made it on its day.
struct DemoPlay {
  let folder: String
  let language: Language
  let context: CommandContext
  let answering: @Sendable ([String], CommandContext) -> Answer
  /// The identifiers that the story's calls have made, as `M1` and `Q1` name them.
  private(set) var identifiers: [String: String] = [:]

  init(
    _ folder: String, _ language: Language, _ context: CommandContext,
    answering: @escaping @Sendable ([String], CommandContext) -> Answer
  ) {
    (self.folder, self.language, self.answering) = (folder, language, answering)
    self.context = context
  }

  /// Seconds east of Greenwich in the hall that is made.
  private var zone: Int { language.pick(8 * 3600, context.machineOffset) }

  mutating func play(_ story: DemoStory) throws(Refusal) {
    for call in story.calls {
      let words = ShellWord.split(filled(call.text)).dropFirst() + ["--lang", language.rawValue]
      let answer = answering(Array(words), world(of: call))
      guard answer.status == 0 else {
        throw .refused(
          Phrase(
            zh: "演示做到「\(call.text)」做不下去了：\(answer.errors)",
            en: "the demo cannot go on at '\(call.text)': \(answer.errors)"),
          hint: Phrase(zh: "删掉「\(folder)」再试", en: "remove '\(folder)' and try again"))
      }
      note()
    }
  }

  /// The world on the day of a call: nobody to ask, no other program, the story's own person.
  private func world(of call: DemoStory.Call) -> CommandContext {
    let local = context.now + zone
    let midnight = local - local % 86_400
    var world = CommandContext(
      environment: [EnvironmentVariable.author.rawValue: call.author], workingDirectory: folder,
      now: midnight + call.day * 86_400 + call.minutes * 60 - zone, machineOffset: zone,
      isTerminal: false, columns: 80, console: DemoConsole(call.input.map(filled)))
    world.reckoning = context.reckoning
    return world
  }

  /// A text with its days and identifiers in place.
  private func filled(_ text: String) -> String {
    let today = ClockReading(context.now, offset: zone).day
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open]
      filled += identifiers[name] ?? Int(name).map { (today + $0).iso } ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// Notes the identifier of a document that the last call has made.
  private mutating func note() {
    guard let hall = try? HallFolder(at: folder), let paths = try? hall.documentPaths() else {
      return
    }
    for (path, kind) in paths {
      guard let id = DocumentID(fileName: path)?.text, !identifiers.values.contains(id) else {
        continue
      }
      let letter = kind == .meeting ? "M" : "Q"
      let count = identifiers.keys.count { $0.hasPrefix(letter) }
      identifiers["\(letter)\(count + 1)"] = id
    }
  }
}

/// The lines that a story gives a call; nobody who could be asked.
private struct DemoConsole: Console {
  private let lines: DemoLines

  init(_ lines: [String]) { self.lines = DemoLines(lines) }

  var isInteractive: Bool { false }
  var hasLine: Bool { lines.hasLine }
  func show(_ text: String) {}
  func line(_ prompt: Prompt) -> String? { lines.next() }
  func rest() -> [UInt8] { Array(lines.rest().map { $0 + "\n" }.joined().utf8) }
  func run(_ words: [String]) -> Int32? { nil }
}
