import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall edit`: opens a document in the editor, and checks it when the editor ends. The editor
/// works on a draft; the document changes only when it is recorded.
enum EditCommand: Command {
  static let spec = CommandSpec(
    "edit", aliases: ["编辑"],
    summary: Phrase(zh: "用编辑器改一份文件，存好后检查、记下", en: "edit a document, checked when it is saved"),
    arguments: [ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document)],
    options: OptionSpec.writing,
    details: Phrase(
      zh: "编号是会议、问题，或 hall（hall.md）。编辑器看 VISUAL，再看 EDITOR，都没有就用 nano 或 vi。改的是一份草稿（.hall/drafts/"
        + " 里），关上编辑器才检查、记下；有问题可以再改，也可以先留着草稿，下次接着改。编辑器出错、电脑断电，草稿都在。已经确认的记录这样只能改进展、延期、完成和签字，别的用「hall 修正」。",
      en: "ID is a meeting, a matter, or 'hall' for hall.md. The editor is that of VISUAL, else of"
        + " EDITOR, else nano or vi. What is edited is a draft in .hall/drafts/; when the editor"
        + " ends it is checked and recorded. If something is wrong, edit again or keep the"
        + " draft for later. The draft stays even if the editor or the terminal fails."
        + " In approved minutes this changes only progress, extensions, completion and"
        + " signatures; for anything else use 'hall amend'."),
    examples: [
      Phrase(
        zh: "hall 编辑 M-2025-008",
        en: "hall edit M-2025-004"),
      Phrase(
        zh: "hall 编辑 hall",
        en: "hall edit hall"),
      Phrase(
        zh: "hall 编辑 Q-2025-014 -m 补充照片",
        en: "hall edit Q-2025-004 -m \"a picture\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let change = try invocation.change(&answer, locks: false)
    let document = try change.document(invocation.arguments[0])
    var session = try EditSession(of: document, in: change, invocation)
    try session.run(&answer)
    return answer
  }
}
