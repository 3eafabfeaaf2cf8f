import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall log`: a document's revisions, latest first.
enum LogCommand: Command {
  static let spec = CommandSpec(
    "log", aliases: ["历史"],
    summary: Phrase(zh: "看一份文件的历史：谁、什么时候、为什么", en: "a document's revisions: who, when, why"),
    arguments: [ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document)],
    formats: [.text, .json, .csv],
    examples: [
      Phrase(
        zh: "hall 历史 M-2025-008",
        en: "hall log M-2025-003"),
      Phrase(
        zh: "hall 历史 hall",
        en: "hall log hall"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    let halls = try invocation.load(&answer)
    let (loaded, document) = try halls.document(invocation.arguments[0])
    guard let place = HistoryPlace(of: document) else { throw .noHistory(document.path) }
    let ledger = try loaded.ledger(of: place)
    guard !ledger.bytes.isEmpty else { throw .noHistory(place.name) }
    let language = try invocation.language(loaded.hall.charter)
    if let fault = ledger.fault {
      answer.errors += Refusal.damagedHistory(place.name, fault).text(language)
      answer.raise(to: 2)
    }
    let judge = SignatureJudge(loaded: loaded, world: invocation.context.world)
    let (signatures, failures) = format == .csv ? ([], []) : judge.findings(of: [place.name])
    answer.add(failures, of: loaded, language, invocation.context.layout)
    let revisions = ledger.revisions.reversed()
    switch format {
    case .json:
      let json: JSONValue = [
        "document": .string(place.name), "file": .string(document.path),
        "revisions": .array(revisions.map(\.json)),
        "signatures": .array(signatures.map { $0.json.merging(loaded.identity) }),
      ]
      answer.output = json.merging(loaded.identity).text
    case .csv:
      var csv = CSV(["document", "revision", "at", "by", "why", "kind", "content", "chain"])
      for revision in revisions {
        csv.add([
          place.name, String(revision.number), revision.at, revision.by, revision.why,
          revision.kind?.rawValue ?? "", revision.content, revision.chain,
        ])
      }
      answer.output = csv.text
    default:
      let say = language.say
      var table = TextTable(
        [say("版", "rev"), say("时间", "at"), say("谁", "by"), say("为什么", "why")],
        width: invocation.context.fittingWidth, wraps: true)
      for revision in revisions {
        let at = revision.at.prefix(16).replacing("T", with: " ")
        // What kind of revision it is follows the reason, which gets the room.
        let kind = revision.kind.map { say("（\($0.phrase.zh)）", " (\($0.phrase.en))") } ?? ""
        table.add([String(revision.number), String(at), revision.by, revision.why + kind])
      }
      // The identifier may have been a short one: this shows how it was understood.
      let name = VisibleText.line(place.name + "  " + document.title)
      answer.output = invocation.style.bold(name) + "\n" + table.text(invocation.style)
      if !signatures.isEmpty {
        answer.output += "\n" + invocation.style.bold(say("签名", "Signatures")) + "\n"
        answer.output += signatures.lines(
          language, invocation.style, width: invocation.context.fittingWidth
        ).joined()
      }
    }
    return answer
  }
}

extension Revision {
  var json: JSONValue {
    [
      "revision": .integer(number), "at": .string(at), "by": .string(by), "why": .string(why),
      "kind": JSONValue(kind?.rawValue), "was": .array(was.map { .string($0) }),
      "content": .string(content),
      "chain": .string(chain),
    ]
  }
}
