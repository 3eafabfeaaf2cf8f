import HallModel
import HallPages
import HallStore
import HallSyntax
import HallWords

/// `hall publish`: a web site of the hall, for residents.
enum PublishCommand: Command {
  static let full = OptionSpec(
    "--full",
    summary: Phrase(
      zh: "不隐去居民的姓名和号码；会先问一声", en: "with the names and numbers of residents; asks first"))

  static let spec = CommandSpec(
    "publish", aliases: ["发布"],
    summary: Phrase(zh: "写出给居民看的网页", en: "a web site of the hall, for residents"),
    arguments: [ArgumentSpec(Phrase(zh: "文件夹", en: "DIR"), takes: .folder)],
    options: [full, InitOptions.yes, .asOf],
    details: Phrase(
      zh: """
        写出一个文件夹的网页：首页、决议、会议、问题、各方、公告栏，不用服务器，打开 index.html 就能看，也能放到任何网站上。
        居民的姓名、电话、住址隐去；写了「公开: 否」的会不写，调解只写「公开: 是」的。
        再打一次只改有变化的页；文件夹里有不是这样写出来的东西，就不动它。
        """,
      en: """
        A folder of pages: front page, decisions, meetings, matters, parties, notice board. They need no \
        server: open index.html, or put the folder on any host.
        Names, phones and homes of residents are masked. A meeting that says 'public: no' is left out, \
        and mediation unless it says 'yes'. A second call writes only what changed; a folder with \
        anything else in it is left alone.
        """),
    examples: [
      Phrase(
        zh: "hall 发布 网页",
        en: "hall publish site"),
      Phrase(
        zh: "hall 发布 网页 --截至 2025-12-01",
        en: "hall publish site --as-of 2025-12-01"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    // What cannot be read is named, and does not make the publishing fail.
    var unread = Answer()
    let halls = try invocation.load(&unread)
    answer.errors = unread.errors
    let loaded = try invocation.onlyHall(of: halls, "发布")
    let language = try invocation.language(loaded.hall.charter)
    let isFull = invocation.call.has(full)
    guard !isFull || confirms(invocation, language) else {
      answer.output = Phrase(zh: "没有写\n", en: "Nothing was written.\n")[language]
      return answer
    }
    let today = try invocation.today(loaded.hall.charter)
    let site = Site(of: loaded, today: today, language, isFull: isFull)
    if site.isRosterMissing {
      answer.errors +=
        Phrase(
          zh: "注意：名册是私密的，这台电脑上没有，认不出谁是居民；原话没有写出去\n",
          en:
            "note: the roster is private and not here, so nobody knows who is a resident; what people said"
            + " was left out\n")[language]
    }
    let folder = invocation.arguments[0]
    _ = try invocation.outside(folder)
    let place = SiteFolder(folder, from: invocation.context.workingDirectory)
    let source = SiteSource(of: loaded, today: today, language, isFull: isFull).digest
    var names = SiteNames()
    let outcome: SiteFolder.Outcome
    do throws(SiteFolder.Failure) {
      if let last = try place.whole(), last.stamp.source == source {
        answer.output = unchanged(last.count, language)
        answer.errors += PublishedWords.names(last.stamp.possibleNames, language)
        return answer
      }
      outcome = try place.publish { (add) throws(SiteFolder.Failure) in
        names = try site.write(to: add)
        return SiteFolder.Stamp(source: source, possibleNames: names.possible.count)
      }
    } catch {
      throw refusal(error, folder)
    }
    answer.output = told(outcome, folder, language)
    if outcome.written > 0 {
      answer.errors += PublishedWords.faults(of: loaded, today: today, invocation, language)
    }
    answer.errors += PublishedWords.names(names, language)
    return answer
  }

  private static func confirms(_ invocation: Invocation, _ language: Language) -> Bool {
    if invocation.call.has(InitOptions.yes) { return true }
    guard invocation.canAsk else { return false }
    return invocation.saysYes(
      Phrase(
        zh: "居民的姓名和号码都会公开，要写出来吗？", en: "Names and numbers of residents will be public. Write them?"),
      language)
  }

  private static func told(
    _ outcome: SiteFolder.Outcome, _ folder: String, _ language: Language
  ) -> String {
    guard outcome.written + outcome.removed > 0 else {
      return unchanged(outcome.unchanged, language)
    }
    let removed = outcome.removed
    return Phrase(
      zh: "写好了 \(outcome.written) 个文件" + (removed > 0 ? "，去掉 \(removed) 个" : "")
        + "，打开 \(folder)/index.html 看\n",
      en: "\(outcome.written) files written" + (removed > 0 ? ", \(removed) removed" : "")
        + "; open \(folder)/index.html\n")[language]
  }

  private static func unchanged(_ count: Int, _ language: Language) -> String {
    Phrase(
      zh: "没有变化，\(count) 个文件已经都是最新的\n",
      en: "nothing changed; all \(count) files are up to date\n")[language]
  }

  private static func refusal(_ failure: SiteFolder.Failure, _ folder: String) -> Refusal {
    switch failure {
    case .foreign(let name):
      .refused(
        Phrase(
          zh: "「\(folder)」里有不是发布出来的「\(name)」，没有动它",
          en: "'\(folder)' has '\(name)', which was not published: it was left alone"),
        hint: Phrase(zh: "换一个空文件夹", en: "give an empty folder"))
    case .busy:
      .refused(
        Phrase(zh: "有人正在往「\(folder)」里发布", en: "somebody is publishing to '\(folder)'"),
        hint: Phrase(zh: "等它写完再试", en: "try again when that is done"))
    case .partly(let failure):
      .refused(
        Phrase(
          zh: "「\(folder)」写到一半写不了：\(failure.words.zh)；有的网页换了，有的没有换",
          en:
            "'\(folder)' could not be written to the end: \(failure.words.en); some pages were replaced"
        ),
        hint: Phrase(zh: "改好以后再发布一次", en: "mend that, and publish again"))
    case .disk(let failure):
      .refused(
        Phrase(
          zh: "「\(folder)」写不了：\(failure.words.zh)；原来的网页没有动",
          en: "'\(folder)' cannot be written: \(failure.words.en); the old pages are as they were"),
        hint: failure.hint)
    }
  }
}
