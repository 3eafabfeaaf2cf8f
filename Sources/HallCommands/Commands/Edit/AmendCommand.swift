import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall amend`: changes approved minutes, with a reason, in the editor or by another command.
enum AmendCommand: Command {
  static let spec = CommandSpec(
    "amend", aliases: ["修正"],
    summary: Phrase(zh: "修正已经确认的记录，要写理由", en: "change approved minutes, with a reason"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document),
      ArgumentSpec(
        Phrase(zh: "命令", en: "COMMAND"), takes: .command, isOptional: true, repeats: true,
        isCall: true),
    ],
    options: OptionSpec.writing,
    details: Phrase(
      zh:
        "只写编号和理由时打开编辑器，和「hall 编辑」一样。后面写上别的命令，就用那个命令来改；这时 -m、--署名、-n 写在它前面。文件已经在别的程序里改过的，就把那个改动记下来。",
      en: "With an ID and a reason alone it opens the editor, as 'hall edit' does. With another"
        + " command after it, that command makes the change; then put -m, --by and -n before that"
        + " command. If the file was changed with another program already, that change is"
        + " recorded."),
    examples: [
      Phrase(
        zh: "hall 修正 M-2025-005 -m 记错 改字 M-2025-005#1 没说话 没有说话",
        en:
          "hall amend M-2025-003 -m \"noted wrongly\" reword M-2025-003#4 \"forty times\" \"fourteen times\""
      ),
      Phrase(
        zh: "hall 修正 M-2025-005 -m 记错 改 M-2025-005-D1 标题 选聘鑫和物业",
        en:
          "hall amend M-2025-003 -m \"noted wrongly\" set M-2025-003-D1 title \"the gate is locked at night\""
      ),
      Phrase(
        zh: "hall 修正 M-2025-005 -m 写错日期",
        en: "hall amend M-2025-003 -m \"a wrong day\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let change = try invocation.change(&answer, locks: false)
    let document = try change.document(invocation.arguments[0])
    let name = HistoryPlace(of: document)?.name ?? document.path
    let last = try lastText(of: document, in: change)
    let recorded = Document(path: document.path, kind: document.kind, bytes: last)
    guard Seal.isApproved(document) || Seal.isApproved(recorded) else {
      throw .refused(
        Phrase(
          zh: "「\(name)」不是确认过的记录，不用修正", en: "'\(name)' is not approved: there is nothing to amend"),
        hint: Phrase(zh: "用「hall 编辑 \(name)」直接改", en: "change it with 'hall edit \(name)'"))
    }
    let nested = try call(of: invocation, on: document, name, in: change)
    if let nested, nested.has(.help) {
      return Answer(
        output: HelpCommand.page(
          nested.spec, change.language, invocation.style, invocation.commands))
    }
    var amending = invocation
    if let nested { amending.call = nested }
    amending.amending = document.path
    let reason = try reason(of: invocation, nested, name, change.language)
    amending.call.options[OptionSpec.message.name] = [reason]
    if nested != nil { return try invocation.running(amending) }
    if Seal.isApproved(recorded), last != document.bytes {
      // A change made with another program is already in the file.
      let edit = HallWriter.Edit(
        path: document.path, kind: document.kind, old: document.bytes, new: document.bytes,
        why: reason)
      let session = try amending.session(of: change.loaded)
      answer.output += session.report(try session.record([edit], in: change.loaded))
      return answer
    }
    // Unreadable files were reported above.
    var unread = Answer()
    var session = try EditSession(
      of: document, in: amending.change(&unread, locks: false), amending)
    try session.run(&answer)
    return answer
  }

  /// Commands that do not change existing minutes, and amending itself.
  private static let makesAnew = [
    "amend", InitCommand.spec.name, NewCommand.spec.name, MatterAddCommand.spec.name,
  ]

  /// The text that was recorded last; empty without a history.
  private static func lastText(
    of document: Document, in change: Change
  ) throws(Refusal) -> [UInt8] {
    guard let place = HistoryPlace(of: document) else { return [] }
    return try change.loaded.ledger(of: place).lastText(place)
  }

  /// The call after the identifier, as in `hall amend M-2025-008 vote …`, with the options before
  /// it; nil without such a call.
  private static func call(
    of invocation: Invocation, on document: Document, _ name: String, in change: Change
  ) throws(Refusal) -> ParsedCall? {
    guard !invocation.call.nested.isEmpty else { return nil }
    var call = try ArgumentParser.parse(invocation.call.nested, commands: invocation.commands)
    let called = call.spec.name
    let said = String(call.spec.called(.zh).dropFirst("hall ".count))
    guard called != UndoCommand.spec.name else {
      throw .refused(
        Phrase(
          zh: "「hall 撤销」不能放在「hall 修正」后面", en: "'hall undo' cannot follow 'hall amend'"),
        hint: Phrase(zh: "用「hall 撤销 -m 理由」撤销", en: "take it back with 'hall undo -m WHY'"))
    }
    let writes = OptionSpec.writing.allSatisfy { option in
      call.spec.options.contains { $0.name == option.name }
    }
    guard writes, !makesAnew.contains(called) else {
      throw .refused(
        Phrase(
          zh: "「hall \(said)」不能放在「hall 修正」后面",
          en: "'hall \(called)' cannot follow 'hall amend'"),
        hint: Phrase(
          zh: "后面写要做的改动，如「任务 完成 \(name)-T1」", en: "name a change, as in 'task done \(name)-T1'")
      )
    }
    for option in [OptionSpec.by, .dryRun, .hall, .language, .noInput] where !call.has(option) {
      call.options[option.name] = invocation.call.options[option.name]
    }
    if call.has(.help) { return call }
    guard let first = call.arguments.first, try change.document(first).path == document.path else {
      throw .refused(
        Phrase(
          zh: "这是要修正「\(name)」，「hall \(invocation.call.nested.joined(separator: " "))」改的不是它",
          en:
            "this amends '\(name)'; 'hall \(invocation.call.nested.joined(separator: " "))' changes"
            + " something else"),
        hint: Phrase(
          zh: "命令后面写同一个编号，如「hall 修正 \(name) -m 理由 \(said) \(name)」",
          en: "name the same document, as in 'hall amend \(name) -m WHY \(called) \(name)'"))
    }
    return call
  }

  /// The reason for the change, asked for if it was not given.
  private static func reason(
    of invocation: Invocation, _ nested: ParsedCall?, _ name: String, _ language: Language
  ) throws(Refusal) -> String {
    func given(_ text: String?) -> String? {
      text.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    }
    if let reason = given(invocation.call.value(.message)) ?? given(nested?.value(.message)) {
      return reason
    }
    if invocation.canAsk {
      let prompt = Phrase(
        zh: "「\(name)」已经确认。为什么要改（记进历史）：",
        en: "'\(name)' is approved. Why does it change? ")
      if let reason = given(invocation.context.console.line(Prompt(prompt[language]))) {
        return reason
      }
    }
    throw .refused(
      Phrase(zh: "修正要写理由，什么也没有改", en: "an amendment needs a reason; nothing was changed"),
      hint: Phrase(zh: "用「hall 修正 \(name) -m 理由」", en: "give it: 'hall amend \(name) -m WHY'"))
  }
}
