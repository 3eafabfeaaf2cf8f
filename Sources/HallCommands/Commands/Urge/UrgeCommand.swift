import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallWork
import HallWords

/// `hall urge`: what a party owes, as a letter or a message, and that it was sent.
enum UrgeCommand: Command {
  static let within = OptionSpec(
    "--within", value: Phrase(zh: "时长", en: "LENGTH"), takes: .length,
    summary: Phrase(
      zh: "再加上这段时间内到期的，如 7天、5个工作日", en: "add what falls due within this length, such as 7d"))
  static let chat = OptionSpec(
    "--chat", summary: Phrase(zh: "写短一点，发到群里", en: "shorter, to paste into a chat"))
  static let replyBy = OptionSpec(
    "--reply-by", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "最晚哪天回复；不写就是尽快", en: "the last day to reply; by default soon"))
  static let replyTo = OptionSpec(
    "--reply-to", value: Phrase(zh: "谁", en: "WHO"), takes: .person,
    summary: Phrase(
      zh: "回复给谁；不写就是您自己（名册上有的话），否则是议事厅",
      en: "who takes the reply; by default you, if you are on the roster, else the hall"))
  static let sent = OptionSpec(
    "--sent", excludes: [chat.name, replyBy.name, replyTo.name, OptionSpec.json.name],
    summary: Phrase(zh: "催过了，在每个任务上记一笔", en: "it went out: note it on each task"))
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(
      zh: "和 --已发 一起用：哪天催的，不写就是今天", en: "with --sent, the day it went out; by default today"))

  static let spec = CommandSpec(
    "urge", aliases: ["催办"],
    summary: Phrase(zh: "写出催办函：某一方有哪些任务逾期", en: "a reminder of what a party owes, to send"),
    arguments: [ArgumentSpec(Phrase(zh: "方或人", en: "PARTY"), takes: .party, isOptional: true)],
    options: [within, chat, replyBy, replyTo, sent, on, .asOf] + OptionSpec.writing,
    formats: [.text, .json],
    details: Phrase(
      zh: """
        不写是谁，就给每一方各写一份；最早到期的排在最前。
        只显示，不改文件；发出去以后加 --已发 再打一次，每个任务下面记上「催办」和日子，同一天只记一次。
        """,
      en: """
        Without a party, one for each that owes something; the oldest first.
        It only shows the text. Once it went out, --sent notes the day on each task, once a day.
        """),
    examples: [
      Phrase(
        zh: "hall 催办 物业 --回复期限 周五",
        en: "hall urge property --reply-by fri"),
      Phrase(
        zh: "hall 催办 --发群",
        en: "hall urge --chat"),
      Phrase(
        zh: "hall 催办 供热公司 --几天内 7天",
        en: "hall urge \"River Parks Office\" --within 7d"),
      Phrase(
        zh: "hall 催办 物业 --已发",
        en: "hall urge property --sent"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let debtor = invocation.arguments.first
    if invocation.call.has(sent) {
      var act = UrgeTasks(debtor)
      act.within = try OverdueCommand.length(invocation)
      act.on = invocation.day(on)
      return try invocation.perform(act)
    }
    guard !invocation.call.has(on) else { throw .onlyWithSent }
    var answer = Answer()
    let format = try invocation.format()
    let halls = try invocation.load(&answer)
    var letters: [Letter] = []
    for loaded in halls {
      let language = try invocation.language(loaded.hall.charter)
      letters += try self.letters(loaded, to: debtor, language, invocation)
      note(loaded, language, invocation, &answer)
    }
    if format == .json {
      answer.output = try json(letters, halls, invocation).text
      return answer
    }
    let language = try invocation.language(halls.first?.hall.charter)
    answer.output = letters.map(\.text).joined(separator: "\n\n")
    if letters.isEmpty {
      answer.output = VisibleText.line(UrgeTasks.nothing(debtor)[language]) + "\n"
    } else if invocation.context.isTerminal {
      let call = "hall urge " + (debtor.map { ShellWord.quoted($0) + " " } ?? "") + "--sent"
      let hint =
        Phrase(zh: "发出去以后：", en: "Once it went out: ")[language]
        + CallText.said(call, language, invocation.commands)
      answer.output += "\n" + invocation.style.dim(VisibleText.line(hint)) + "\n"
    }
    return answer
  }

  /// One text, to whom, and about what.
  private struct Letter {
    let loaded: LoadedHall
    let today: Day
    let debtor: Debtor
    let text: String
  }

  private static func letters(
    _ loaded: LoadedHall, to debtor: String?, _ language: Language, _ invocation: Invocation
  ) throws(Refusal) -> [Letter] {
    let (hall, charter) = (loaded.hall, loaded.hall.charter)
    let today = try invocation.today(charter)
    let owed = try hall.owed(
      by: debtor, within: OverdueCommand.length(invocation), today: today)
    let debtors =
      debtor.map { name in
        owed.isEmpty ? [] : [Debtor(charter.person(Slice(name)), owed)]
      } ?? hall.debtors(of: owed)
    let replyBy = try invocation.call.value(UrgeCommand.replyBy).map {
      text throws(Refusal) -> Day in
      do throws(DateWords.Fault) {
        return try DateWords(today: today, sense: .due, charter: charter).day(text)
      } catch {
        throw .date(text, name: UrgeCommand.replyBy.name, error)
      }
    }
    return debtors.map { debtor in
      var letter = UrgeLetter(debtor, of: charter, today: today, language)
      letter.replyBy = replyBy
      letter.replyTo = replyTo(loaded, invocation)
      let form: UrgeLetter.Form = invocation.call.has(chat) ? .chat : .letter
      return Letter(loaded: loaded, today: today, debtor: debtor, text: letter.text(form))
    }
  }

  /// Who takes the reply: the person in the call, else who calls, if they are on the roster.
  private static func replyTo(_ loaded: LoadedHall, _ invocation: Invocation) -> Person? {
    let charter = loaded.hall.charter
    if let given = TypedText.words(invocation.call.value(replyTo)) {
      return charter.person(Slice(given))
    }
    guard
      let own = invocation.context.world.person(
        invocation.call.value(.by), in: loaded.folder),
      charter.roster.hasPerson(own)
    else { return nil }
    return charter.person(Slice(own))
  }

  /// Notes what is in no letter: due days that cannot be read, and tasks that nobody leads.
  private static func note(
    _ loaded: LoadedHall, _ language: Language, _ invocation: Invocation, _ answer: inout Answer
  ) {
    let unread = loaded.hall.unreadableDues
    let renderer = loaded.renderer(
      language, invocation.context.layout, also: unread.map(\.document))
    for problem in unread.compactMap({ ValueForm.problem($0) }) {
      answer.errors += renderer.text(problem)
      answer.raise(to: 2)
    }
    guard let today = try? invocation.today(loaded.hall.charter), invocation.arguments.isEmpty
    else { return }
    let nobodys = loaded.hall.owed(dueBy: today + -1).filter(\.leads.isEmpty).map(\.identifier)
    guard !nobodys.isEmpty else { return }
    let list = nobodys.joined(in: language)
    answer.errors +=
      VisibleText.line(
        language.say(
          "注意：逾期的 \(list) 没有写「负责」，不知道催谁", "note: nobody leads \(list), which is overdue")) + "\n"
  }

  private static func json(
    _ letters: [Letter], _ halls: [LoadedHall], _ invocation: Invocation
  ) throws(Refusal) -> JSONValue {
    [
      "as_of": JSONValue(try invocation.today(halls.first?.hall.charter)),
      "halls": .integer(halls.count),
      "letters": .array(
        letters.map { letter in
          let record = RecordJSON(loaded: letter.loaded, today: letter.today)
          return [
            "hall": .string(letter.loaded.name),
            "hall_dir": .string(letter.loaded.folder.shownPath),
            "to": letter.debtor.person.json, "text": .string(letter.text),
            "tasks": .array(letter.debtor.tasks.map { record.task($0.task, of: $0.owner) }),
          ]
        }),
    ]
  }
}
