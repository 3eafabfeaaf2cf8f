import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall minute`: takes the minutes during a meeting.
enum MinuteCommand: Command {
  static let spec = CommandSpec(
    "minute", aliases: ["记录"],
    summary: Phrase(zh: "开会时一行一行地记", en: "take minutes live, a line a fact"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"), takes: .openMeeting, isOptional: true)],
    options: [.by, .asOf],
    details: Phrase(
      zh: "不写会议，就是今天的那一次。一行记一件事，回车就存好了：\n" + MinuteHelp.text(.zh)
        + "不认识的一行也不会丢：当作原话记在议题下面。\n"
        + "不在终端上时从标准输入读同样的写法，空行和 # 开头的行不算；没记下的行最后一起列出来，"
        + "退出码为 1，一行也没记下时为 2。",
      en: "Without ID, the one meeting of today. One line, one fact; it is on the disk when the"
        + " prompt is back:\n" + MinuteHelp.text(.en)
        + "A line that begins with none of these is kept as a text of the item.\n"
        + "Without a terminal the same is read from standard input; blank lines and lines that"
        + " begin with # are skipped, and lines that were not taken are listed at the end: then it"
        + " exits 1, or 2 if no line was taken."),
    examples: [
      Phrase(
        zh: "hall 记录 M-2025-010",
        en: "hall minute M-2025-005"),
      Phrase(
        zh: "hall 记录 M-2025-010 < 记录.txt",
        en: "hall minute M-2025-005 < transcript.txt"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let work = try invocation.session(&answer)
    let asks = invocation.canAsk
    guard asks || !invocation.context.console.isInteractive else {
      throw .refused(
        Phrase(
          zh: "加了 --不问，就要从文件或管道里读", en: "with --no-input, minutes come from a file or a pipe"),
        hint: Phrase(zh: "如「hall 记录 1 < 记录.txt」", en: "as in 'hall minute ID < transcript.txt'"))
    }
    var session: MinuteSession
    do throws(Refusal) {
      session = try MinuteSession(
        work, of: invocation.arguments.first, style: invocation.context.style,
        width: invocation.context.fittingWidth,
        asking: asks
          ? { (question) throws(Refusal) in try invocation.ask(question, work.language) } : nil)
    } catch {
      throw invocation.withCall(error)
    }
    answer.noteUnread(session.loaded, session.language, invocation.context.layout)
    if asks {
      MinuteTable(invocation).take(&session, &answer)
    } else {
      MinuteTranscript(invocation).take(&session, &answer)
    }
    return answer
  }
}
