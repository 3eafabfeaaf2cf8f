import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall diff`: what changed in the record, in facts.
enum DiffCommand: Command {
  static let lines = OptionSpec(
    "--text", excludes: [OptionSpec.json.name],
    summary: Phrase(zh: "按行显示（unified diff）", en: "the lines, as a unified diff"))
  static let exitCode = OptionSpec(
    "--exit-code", summary: Phrase(zh: "有不同时退出码为 1", en: "exit 1 if there is a difference"))

  static let spec = CommandSpec(
    "diff", aliases: ["比较"],
    summary: Phrase(zh: "两版之间改了哪些事", en: "what changed between two revisions, in facts"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document),
      ArgumentSpec(Phrase(zh: "旧版", en: "A"), takes: .revision, isOptional: true),
      ArgumentSpec(Phrase(zh: "新版", en: "B"), takes: .revision, isOptional: true),
    ],
    options: [lines, exitCode], formats: [.text, .json],
    details: Phrase(
      zh: "只写编号时，比较最后记下的一版和现在的文件；写一个版本号，比较那一版和现在的文件；写两个，比较这两版。第 0 版是空的。",
      en: "With an ID alone, the last recorded revision against the file; with one number, that"
        + " revision against the file; with two, one against the other. Revision 0 is empty."),
    examples: [
      Phrase(
        zh: "hall 比较 M-2025-008",
        en: "hall diff M-2025-003"),
      Phrase(
        zh: "hall 比较 8 3 5",
        en: "hall diff 3 2 4"),
      Phrase(
        zh: "hall 比较 8 3 --正文",
        en: "hall diff 3 2 --text"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    if invocation.call.has(lines), invocation.arguments.count == 3,
      let old = Int(invocation.arguments[1]), let new = Int(invocation.arguments[2]),
      let recorded = try invocation.recorded(invocation.arguments[0], upTo: max(old, new))
    {
      let diff = try recorded.ledger.diff(recorded.place, from: old, to: new)
      if !diff.isEmpty, invocation.call.has(exitCode) { answer.raise(to: 1) }
      answer.bytes = diff
      return answer
    }
    let halls = try invocation.load(&answer)
    let (loaded, document) = try halls.document(invocation.arguments[0])
    let language = try invocation.language(loaded.hall.charter)
    guard let place = HistoryPlace(of: document) else { throw .noHistory(document.path) }
    let ledger = try loaded.ledger(of: place)
    var numbers: [Int] = []
    for word in invocation.arguments.dropFirst() {
      guard let number = Int(word) else {
        throw .unreadableValue(
          word, option: Phrase(zh: "版本", en: "revision")[language],
          expected: Phrase(zh: "版本号，如 3", en: "a number such as 3"))
      }
      numbers.append(number)
    }
    let old: [UInt8]
    if let number = numbers.first {
      old = try ledger.text(place, after: number)
    } else {
      old = try ledger.lastText(place)
    }
    let new = numbers.count > 1 ? try ledger.text(place, after: numbers[1]) : document.bytes
    if old != new, invocation.call.has(exitCode) { answer.raise(to: 1) }
    if invocation.call.has(lines) {
      answer.bytes =
        numbers.count > 1
        ? try ledger.diff(place, from: numbers[0], to: numbers[1])
        : UnifiedDiff.diff(
          from: old, named: "a/" + place.documentPath, to: new, named: "b/" + place.documentPath)
      return answer
    }
    func read(_ bytes: [UInt8]) -> Document {
      Document(path: document.path, kind: document.kind, bytes: bytes)
    }
    let diff = DocumentDiff(from: read(old), to: read(new), in: loaded.hall.charter)
    switch format {
    case .json:
      let json: JSONValue = [
        "document": .string(place.name), "file": .string(document.path),
        "from": JSONValue(numbers.first ?? ledger.revisions.count),
        "to": JSONValue(numbers.count > 1 ? numbers[1] : nil),
      ]
      answer.output = json.merging(diff.json).merging(loaded.identity).text
    default:
      answer.output = diff.text(language, invocation.style)
      if answer.output.isEmpty {
        // Blank lines and comments are not facts; `--lines` shows them.
        let phrase =
          old == new
          ? Phrase(zh: "\(place.name) 没有不同", en: "No difference in \(place.name).")
          : Phrase(
            zh: "\(place.name) 只有空行、写法或注释不同；按行看：加 --正文",
            en: "Only layout or comments differ in \(place.name); --text shows the lines.")
        answer.output = phrase[language] + "\n"
      }
    }
    return answer
  }
}
