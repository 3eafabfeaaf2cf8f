import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall show`: shows one thing completely, with what refers to it.
enum ShowCommand: Command {
  static let raw = OptionSpec(
    "--raw", excludes: [OptionSpec.json.name],
    summary: Phrase(zh: "原样输出文件里的文字", en: "print the bytes unchanged"))

  static let revision = OptionSpec(
    "--revision", value: Phrase(zh: "版本", en: "N"), takes: .revision,
    summary: Phrase(zh: "看第 N 版时的样子", en: "as it was after revision N"))

  static let spec = CommandSpec(
    "show", aliases: ["看"],
    summary: Phrase(zh: "看一次会议、一个问题、一项决议或任务的全部内容", en: "all of one thing, with what refers to it"),
    arguments: [ArgumentSpec(Phrase(zh: "编号或标题", en: "ID"), takes: .anything)],
    options: [raw, revision, .asOf],
    formats: [.text, .json],
    details: Phrase(
      zh: "编号可以写短：8 是第 8 次会议，没有这次会议才是第 8 个问题；Q8 只指问题，M8 只指会议；"
        + "8-T3 是任务 3，8#2 是第 2 项议题；2024-8 写明年份。也可以写标题里的几个字。有几个都对得上时，列出来请您选。",
      en: "A short identifier is enough: 8 is meeting 8, and matter 8 only if there is no such"
        + " meeting; Q8 is the matter, M8 the meeting; 8-T3 is task 3, 8#2 the second item; 2024-8"
        + " gives the year. Words of a title work as well. If several things fit, they are"
        + " listed."),
    examples: [
      Phrase(
        zh: "hall 看 8",
        en: "hall show 3"),
      Phrase(
        zh: "hall 看 8-D1",
        en: "hall show 3-D1"),
      Phrase(
        zh: "hall 看 下水改造",
        en: "hall show bins"),
      Phrase(
        zh: "hall 看 M-2025-008 --原文",
        en: "hall show M-2025-003 --raw"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    try show(invocation, named: invocation.arguments[0]) { halls, text throws(Refusal) in
      try halls.find(text)
    }
  }

  /// Shows what the call's first word names.
  ///
  /// - Parameter identifier: the word as an identifier, for commands that read one in their own way.
  static func show(
    _ invocation: Invocation, named identifier: String,
    find: ([LoadedHall], String) throws(Refusal) -> Found
  ) throws(Refusal) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    let name = invocation.arguments[0]
    if invocation.call.has(raw), name != "hall",
      let number = invocation.call.value(revision).flatMap(Int.init),
      number > 0, let recorded = try invocation.recorded(name, upTo: number)
    {
      answer.bytes = try recorded.ledger.text(recorded.place, after: number)
      return answer
    }
    // An earlier text may be linked with other documents than the present one.
    let halls =
      if invocation.call.has(revision) {
        try invocation.load(&answer)
      } else {
        try invocation.load(about: identifier, &answer)
      }
    if IdentifierQuery.isHall(name), halls.count == 1, format == .text,
      !invocation.call.has(revision)
    {
      let text = halls[0].hall.charter.document.bytes
      if invocation.call.has(raw) {
        answer.bytes = text
      } else {
        answer.output = VisibleText.lines(String(decoding: text, as: UTF8.self))
      }
      return answer
    }
    let found = try atRevision(try find(halls, name), invocation)
    let loaded = found.loaded
    if invocation.call.has(raw) {
      answer.bytes = rawBytes(found.reference)
      return answer
    }
    let today = try invocation.today(loaded.hall.charter)
    let language = try invocation.language(loaded.hall.charter)
    let signatures = try signatures(on: found, invocation, language, &answer)
    switch format {
    case .json:
      answer.output = json(found.reference, loaded, today, signatures).text
    default:
      answer.output = RecordText(
        loaded: loaded, today: today, language: language, style: invocation.style,
        width: invocation.context.fittingWidth, signatures: signatures
      ).text(found.reference)
    }
    return answer
  }

  /// The signatures of a document; up to a revision, if one is asked for.
  private static func signatures(
    on found: Found, _ invocation: Invocation, _ language: Language, _ answer: inout Answer
  ) throws(Refusal) -> [SignatureFinding] {
    guard found.reference.node == nil, let name = found.reference.documentID?.text else {
      return []
    }
    let judge = SignatureJudge(loaded: found.loaded, world: invocation.context.world)
    let (signatures, failures) = judge.findings(of: [name])
    answer.add(failures, of: found.loaded, language, invocation.context.layout)
    let last = invocation.call.value(revision).flatMap(Int.init) ?? .max
    return signatures.filter { ($0.revisionNow ?? $0.revision) <= last }
  }

  /// A thing as of the revision asked for; by default, as it is now.
  private static func atRevision(
    _ found: Found, _ invocation: Invocation
  ) throws(Refusal) -> Found {
    guard let word = invocation.call.value(revision) else { return found }
    let document = found.reference.document
    guard let number = Int(word), number > 0 else {
      throw .unreadableValue(
        word, option: invocation.call.name(revision),
        expected: Phrase(zh: "版本号，如 3", en: "a number such as 3"))
    }
    guard let place = HistoryPlace(of: document) else { throw .noHistory(document.path) }
    let ledger = try found.loaded.ledger(of: place, upTo: number)
    guard !ledger.bytes.isEmpty else { throw .noHistory(place.name) }
    let earlier = Document(
      path: document.path, kind: document.kind, bytes: try ledger.text(place, after: number))
    let documents = found.loaded.hall.documents.dropFirst()
      .map { $0.path == document.path ? earlier : $0 }
    let hall = Hall(
      charter: found.loaded.hall.charter, documents: documents,
      ballotBooks: found.loaded.hall.ballotBooks, past: found.loaded.hall.past)
    let loaded = LoadedHall(folder: found.loaded.folder, hall: hall, failures: [])
    return try [loaded].find(found.reference.identifier)
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

  private static func json(
    _ reference: Reference, _ loaded: LoadedHall, _ today: Day, _ signatures: [SignatureFinding]
  ) -> JSONValue {
    let signed = JSONValue.array(signatures.map { $0.json.merging(loaded.identity) })
    let record = RecordJSON(loaded: loaded, today: today)
    switch reference {
    case .matter(let matter):
      let references = matter.id.map(loaded.hall.items(about:)) ?? []
      return record.matter(matter).merging([
        "log": .array(matter.log.map(record.logLine)), "signatures": signed,
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
        "sign_offs": .array(meeting.signOffs.map(record.signOff)), "signatures": signed,
      ])
    case .item(let meeting, let item):
      return record.item(item, of: meeting)
        .merging(["meeting": JSONValue(meeting.id?.text)]).merging(loaded.identity)
    case .decision(let meeting, let decision):
      return record.decision(decision, of: meeting).merging([
        "vote": meeting.vote(above: decision).map {
          record.vote(loaded.hall.tally($0, in: meeting))
        } ?? .null,
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
