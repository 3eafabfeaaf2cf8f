import Agendas
import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall demo`: makes a hall with a year of work, to practise with.
enum DemoCommand: Command {
  static let spec = CommandSpec(
    "demo", aliases: ["演示"],
    summary: Phrase(
      zh: "做一个练手用的议事厅，里面有一年的事", en: "a hall with a year of work in it, to play in"),
    arguments: [ArgumentSpec(Phrase(zh: "文件夹", en: "DIR"), takes: .folder)],
    details: Phrase(
      zh: """
        里面的人和事都是虚构的，日子按今天往前推，所以逾期、快到期、等着答复的都有。随便改，改坏了删掉再做一个。\
        文件夹里已经有东西的，不动它。
        """,
      en: """
        All people and events in it are made up. Its days are counted back from today, so that something \
        is overdue, something is due soon, and somebody waits for an answer. Change what you like; \
        remove the folder and make another. A folder that has something in it is left alone.
        """),
    examples: [
      Phrase(zh: "hall 演示 练手", en: "hall demo playground"),
      Phrase(zh: "hall 演示 try --语言 en", en: "hall demo 'my first hall' --lang en"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let language = try invocation.language(nil)
    let folder = invocation.arguments[0]
    let place = NewHallFolder(folder, from: invocation.context.workingDirectory)
    try requireFree(place, folder, invocation)
    let made: HallFolder
    do throws(HallWriter.Failure) { made = try place.make([]) } catch { throw .writing(error) }
    let story = DemoStory(
      String(decoding: BuiltInStory.text(isChinese: language == .zh), as: UTF8.self))
    var play = DemoPlay(
      made.root, language, invocation.context, answering: invocation.answering)
    try play.play(story)
    return Answer(output: told(folder, made.root, play, language, invocation))
  }

  /// Refuses a folder that has something in it, or that is part of a hall.
  private static func requireFree(
    _ place: NewHallFolder, _ folder: String, _ invocation: Invocation
  ) throws(Refusal) {
    let other = Phrase(zh: "写一个新文件夹的名字", en: "give the name of a new folder")
    guard !Slice(folder).trimmed.isEmpty else {
      throw .refused(Phrase(zh: "文件夹的名字是空的", en: "the folder's name is empty"), hint: other)
    }
    if let obstacle = place.obstacle {
      throw .refused(
        Phrase(zh: "「\(obstacle)」不是文件夹", en: "'\(obstacle)' is not a folder"), hint: other)
    }
    guard !place.isOccupied else {
      throw .refused(
        Phrase(
          zh: "「\(folder)」里已经有东西，没有动它", en: "'\(folder)' has something in it and was left alone"),
        hint: other)
    }
    let around = HallFolder.find(upwardFrom: invocation.context.workingDirectory)
    guard let around, place.realPath.hasPrefix(around.root + "/") else { return }
    throw .refused(
      Phrase(
        zh: "「\(folder)」在议事厅「\(around.shownPath)」里",
        en: "'\(folder)' is within the hall '\(around.shownPath)'"),
      hint: Phrase(
        zh: "放在外面：hall 演示 ../\(ShellWord.quoted(folder))",
        en: "put it outside: hall demo ../\(ShellWord.quoted(folder))"))
  }

  /// What was made, and what to try first.
  private static func told(
    _ folder: String, _ root: String, _ play: DemoPlay, _ language: Language,
    _ invocation: Invocation
  ) -> String {
    let name = (try? HallFolder(at: root))?.charter().charter.name ?? ""
    func id(_ label: String) -> String { play.identifiers[label] ?? label }
    let calls: [(String, Phrase)] = [
      ("cd " + ShellWord.quoted(folder), Phrase(zh: "先进到里面", en: "go into it first")),
      ("hall", Phrase(zh: "现在到哪一步了", en: "where things stand")),
      ("hall overdue", Phrase(zh: "哪些任务逾期", en: "what is overdue")),
      ("hall show " + id("M4"), Phrase(zh: "看上一次会", en: "the last meeting")),
      ("hall tally " + id("M2"), Phrase(zh: "业主投票够不够", en: "whether the owners' vote is carried")),
      ("hall urge --chat", Phrase(zh: "催一催，可以发到群里", en: "a reminder, to paste into a chat")),
      ("hall print " + id("M5"), Phrase(zh: "下次会的通知", en: "the notice of the next meeting")),
      ("hall check", Phrase(zh: "有没有写错的地方", en: "whether anything is wrong")),
      ("hall undo", Phrase(zh: "撤销上一步", en: "take the last step back")),
    ]
    var list = TermList(width: 80, style: invocation.style)
    for (call, meaning) in calls {
      list.add(CallText.said(call, language, invocation.commands), meaning[language])
    }
    return VisibleText.line(
      language.say(
        "「\(name)」做好了，在 \(root)；人和事都是虚构的",
        "'\(name)' is made, in \(root); all people and events are made up")) + "\n"
      + invocation.style.bold(language.say("先试试", "To begin with")) + "\n" + list.text
      + language.say("不要了，删掉这个文件夹就行\n", "When you are done with it, remove the folder.\n")
  }
}
