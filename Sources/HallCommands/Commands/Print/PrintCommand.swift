import HallHistory
import HallModel
import HallPages
import HallStore
import HallSyntax
import HallWords

/// `hall print`: a page ready to print, of a meeting, a vote, a decision, a party's tasks or a matter.
enum PrintCommand: Command {
  static let to = OptionSpec(
    "--to", value: Phrase(zh: "文件", en: "FILE"), takes: .file,
    summary: Phrase(
      zh: "写到哪个文件；不写就取一个说得清的名字", en: "the file to write; else a name that says what it is"))
  static let open = OptionSpec(
    "--open", summary: Phrase(zh: "写好就打开", en: "open it afterwards"))
  static let text = OptionSpec(
    "--text", chinese: "--文字",
    summary: Phrase(zh: "不写文件，显示成文字，好贴进群里", en: "show it as text, to paste into a chat"))
  static let vote = OptionSpec(
    "--vote", value: Phrase(zh: "第几次", en: "N"),
    summary: Phrase(zh: "议题有几次表决的，印第几次", en: "of an item with several votes, which"))

  static let spec = CommandSpec(
    "print", aliases: ["打印"],
    summary: Phrase(
      zh: "印通知、签到表、纪要、公告、台账等，一页一张", en: "a page ready to print: notice, minutes, result, …"),
    arguments: [
      ArgumentSpec(
        Phrase(zh: "编号", en: "ID"),
        takes: .either(.thing([.meeting, .matter, .item, .decision, .hall], isOpen: false), .party)),
      ArgumentSpec(
        Phrase(zh: "表格", en: "FORM"), takes: .choice { PrintSubject.forms(of: $0.first ?? "") },
        isOptional: true),
    ],
    options: [to, open, text, vote, .asOf],
    details: Phrase(
      zh: """
        会议：通知、签到表、纪要、会签页；议题（M-2025-008#1）：表决票、委托书、结果公告；决议：决议公示；\
        一方、会议、问题或 hall：任务台账；一方：催办函；问题：回访单、结案报告。不写表格就按现在的情形挑一种。
        写成一个网页文件，浏览器、WPS、Word 都能打开和打印。议事厅可以在 agendas/forms/ 里放自己的格式。
        """,
      en: """
        Of a meeting: notice, sheet, minutes, signoff. Of an item (M-2025-008#1): ballots, proxies, \
        result. Of a decision: decision. Of a party, a meeting, a matter or 'hall': ledger. Of a party: \
        urge. Of a matter: visit, close. Without FORM the one that fits.
        It is one HTML file for a browser or a word processor. A hall may have forms of its own in \
        agendas/forms/.
        """),
    examples: [
      Phrase(
        zh: "hall 打印 M-2025-008",
        en: "hall print M-2025-003"),
      Phrase(
        zh: "hall 打印 M-2025-008 签到表",
        en: "hall print M-2025-003 sheet"),
      Phrase(
        zh: "hall 打印 M-2025-008#1 结果公告 --文字",
        en: "hall print M-2025-003#4 result --text"),
      Phrase(
        zh: "hall 打印 物业 任务台账 --到 台账.html",
        en: "hall print property ledger --to ledger.html"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let halls = try invocation.load(&answer)
    let words = invocation.arguments
    let form = try words.dropFirst().first.map { word throws(Refusal) in
      guard let form = Form(named: word) else {
        let names = Form.allCases.map { $0.name[invocation.plainLanguage] }
        throw .unknownChoice(
          word, of: Phrase(zh: "表格", en: "form"), choices: names,
          suggestion: Suggestion.nearest(to: word, among: names + Form.allCases.map(\.rawValue)))
      }
      return form
    }
    let subject = try PrintSubject(words[0], form, in: halls)
    let loaded = subject.loaded
    let charter = loaded.hall.charter
    let language = try invocation.language(charter)
    let printing = Printing(
      subject: subject, today: try invocation.today(charter), language: language,
      vote: invocation.call.value(vote))
    let sheet = try printing.sheet()
    answer.errors += printing.remarks.map { $0[language] + "\n" }.joined()
    if invocation.call.has(text) {
      let words = SheetText(sheet).text
      guard let path = invocation.call.value(to) else {
        answer.output = words
        return answer
      }
      let title = Array(words.utf8.prefix { $0 != UInt8(ascii: "\n") })
      try PrintedFile(path, from: invocation.context.workingDirectory).write(
        Array(words.utf8), ifOlderIs: { $0.starts(with: title) })
      answer.output =
        Phrase(
          zh: "写好了 \(path)，打开复制到群里\n", en: "written to \(path), to paste into a chat\n")[language]
      return answer
    }
    let path = invocation.call.value(to) ?? sheet.name.replacing("/", with: "-") + ".html"
    try PrintedFile(path, from: invocation.context.workingDirectory).write(
      SheetHTML(sheet).bytes,
      ifOlderIs: {
        $0.firstRange(of: Array("<meta name=\"generator\" content=\"hall\">".utf8)) != nil
      })
    answer.output =
      Phrase(
        zh: "写好了 \(path)，用浏览器或 WPS、Word 打开打印\n",
        en: "written to \(path); open it in a browser or a word processor\n")[
        language]
    if invocation.call.has(open) { show(path, invocation, language, &answer) }
    return answer
  }

  /// Has the machine open a file as a click would.
  private static func show(
    _ path: String, _ invocation: Invocation, _ language: Language, _ answer: inout Answer
  ) {
    let script =
      "if command -v xdg-open >/dev/null 2>&1; then exec xdg-open \"$1\";"
      + " else exec open \"$1\"; fi"
    guard invocation.context.console.run(["sh", "-c", script, "hall", path]) != 0 else { return }
    answer.errors +=
      Phrase(zh: "没有打开，请自己打开 \(path)", en: "it could not be opened; open \(path) yourself")[
        language]
      + "\n"
  }
}
