import HallModel
import HallSyntax

/// `hall show`: one thing whole, with what refers to it.
enum ShowCommand {
  static let raw = OptionSpec(
    "--raw", summary: Phrase(zh: "原样输出文件里的文字", en: "print the bytes as they stand"))

  static let spec = CommandSpec(
    "show", aliases: ["看"],
    summary: Phrase(zh: "看一次会议、一个问题、一项决议或任务的全部内容", en: "one thing whole, with what refers to it"),
    arguments: [ArgumentSpec(Phrase(zh: "编号或标题", en: "ID"))], options: [raw, .asOf],
    formats: [.text, .json],
    details: Phrase(
      zh: "编号可以只写后面几段：8-T3 是第 8 次会议的任务 3，8#2 是它的第 2 项议题。也可以写标题里的几个字。",
      en:
        "The right-hand segments of an identifier are enough: 8-T3 is task 3 of meeting 8, 8#2 its"
        + " second item. Words of a title do as well."),
    examples: ["hall show M-2025-008", "hall show 8-D1", "hall show 下水改造 --raw"], run: run)

  private static func run(_ invocation: Invocation) throws(CommandError) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    let halls = try invocation.load(&answer)
    let found = try halls.find(invocation.arguments[0])
    let loaded = found.loaded
    if invocation.call.has(raw) {
      answer.bytes = rawBytes(found.reference)
      return answer
    }
    let today = try invocation.today(loaded.hall.charter)
    switch format {
    case .json: answer.output = json(found.reference, loaded, today).text
    default:
      let language = try invocation.language(loaded.hall.charter)
      answer.output = RecordText(
        loaded: loaded, today: today, language: language, style: invocation.style,
        width: invocation.context.fittingWidth
      ).text(found.reference)
    }
    return answer
  }

  /// The lines of the thing: a whole file, or those of a part.
  private static func rawBytes(_ reference: Reference) -> [UInt8] {
    let document = reference.document
    guard let node = reference.node else { return document.bytes }
    let end = Int(document.nodes[node].subtreeEnd)
    return Array(
      document.bytes[
        document.nodes[node].range.lowerBound..<document.nodes[end - 1].range.upperBound])
  }

  private static func json(_ reference: Reference, _ loaded: LoadedHall, _ today: Day) -> JSONValue
  {
    let record = RecordJSON(loaded: loaded, today: today)
    switch reference {
    case .matter(let matter):
      let references = matter.id.map(loaded.hall.items(about:)) ?? []
      return record.matter(matter).merging([
        "log": .array(matter.log.map(record.logLine)),
        "tasks": .array(matter.tasks.map { record.task($0, of: .matter(matter)) }),
        "decisions": .array(
          references.flatMap { entry in
            entry.item.decisions.map { record.decision($0, of: entry.meeting) }
          }),
      ])
    case .meeting(let meeting):
      return record.meeting(meeting).merging([
        "attendance": meeting.attendance.map(record.attendance) ?? .null,
        "agenda": .array(meeting.items.map { record.item($0, of: meeting) }),
        "sign_offs": .array(meeting.signOffs.map(record.signOff)),
      ])
    case .item(let meeting, let item):
      return record.item(item, of: meeting)
        .merging(["meeting": JSONValue(meeting.id?.text)]).merging(loaded.identity)
    case .decision(let meeting, let decision):
      return record.decision(decision, of: meeting).merging([
        "vote": meeting.vote(above: decision).map { loaded.hall.tally($0, in: meeting).json }
          ?? .null,
        "task_list": .array(decision.tasks.map { record.task($0, of: .meeting(meeting)) }),
      ])
    case .task(let owner, let task): return record.task(task, of: owner)
    }
  }
}

extension Reference {
  /// The node of a part; nil for a whole document.
  var node: Int? {
    switch self {
    case .matter, .meeting: nil
    case .item(_, let item): item.node
    case .decision(_, let decision): decision.node
    case .task(_, let task): task.node
    }
  }
}
