import HallChecks
import HallModel
import HallPages
import HallStore
import HallSyntax
import HallWords

/// What whoever publishes a hall has to know about the pages.
enum PublishedWords {
  /// How many errors are shown.
  private static let most = 20

  /// Residents who are shown by name, and words that may be names: only somebody who knows the
  /// neighbourhood can tell.
  static func names(_ names: SiteNames, _ language: Language) -> String {
    shown(names.shownResidents, language) + possible(names.possible, language)
  }

  private static func shown(_ residents: [String], _ language: Language) -> String {
    guard !residents.isEmpty else { return "" }
    let names = residents.prefix(most).joined(in: language) + (residents.count > most ? " …" : "")
    let count = residents.count
    return Phrase(
      zh: "这 \(count) 位居民写着名字，因为是候选、当选、计票、监票或者签字的人：\(names)\n",
      en: Language.counted(count, "resident")
        + (count == 1 ? " is" : " are")
        + " shown by name, as a candidate, teller or signer: \(names)\n")[
        language]
  }

  private static func possible(
    _ names: [(name: String, page: String)], _ language: Language
  ) -> String {
    guard !names.isEmpty else { return "" }
    let pages = Dictionary(grouping: names) { $0.page }.sorted { $0.key < $1.key }
    let lines = pages.prefix(200).map { page, names in
      "  \(page)  " + names.map(\.name).joined(in: language) + "\n"
    }
    let more = pages.count > 200 ? "  …\n" : ""
    return Phrase(
      zh: "请看一眼：下面 \(names.count) 个词也许是人名，没有隐去；是居民的，记进名册或参会人员，再发布一次：\n",
      en:
        "please look: these \(names.count) words may be names and were not masked; put residents on the"
        + " roster or in the attendance, and publish again:\n")[language] + lines.joined() + more
  }

  /// The same where the pages are as they were.
  static func names(_ count: Int, _ language: Language) -> String {
    guard count > 0 else { return "" }
    return Phrase(
      zh: "有 \(count) 个词也许是人名，没有隐去；再看一眼：hall 检查 --发布\n",
      en: "\(count) words may be names and are not masked; to see them: hall check --published\n")[
        language]
  }

  /// The errors of a hall, a line each: its pages show what could be read.
  static func faults(
    of loaded: LoadedHall, today: Day, _ invocation: Invocation, _ language: Language
  ) -> String {
    let errors = Checker.problems(in: loaded.hall, today: today).filter { $0.severity == .error }
    guard !errors.isEmpty else { return "" }
    let renderer = loaded.renderer(language, invocation.context.layout)
    return Phrase(
      zh: "注意：有 \(errors.count) 个错误，网页照样写了，错的地方可能不全；改好再发布一次：\n",
      en:
        "note: the hall has \(errors.count) errors; it was published all the same. Mend them and publish"
        + " again:\n")[language]
      + errors.prefix(most).map { "  " + renderer.line($0) + "\n" }.joined()
      + (errors.count > most
        ? Phrase(zh: "  …… 全部：hall 检查\n", en: "  … all of them: hall check\n")[language] : "")
  }

  /// What a published site of a hall would show and leave out, for `hall check --published`.
  static func summary(
    of loaded: LoadedHall, today: Day, _ language: Language
  ) -> String {
    let site = Site(of: loaded, today: today, language, isFull: false)
    var paths: Set<String> = []
    let seen = site.write { path, _ in paths.insert(path) }
    let shown = site.meetings.count
    let left = loaded.hall.meetings.count - shown
    var text = Phrase(
      zh: "发布的话：会写出 \(paths.count) 个文件，\(shown) 次会议、\(loaded.hall.matters.count) 个问题；"
        + "不公开的会议 \(left) 次不写\n",
      en:
        "published, it would be \(Language.counted(paths.count, "file")): \(Language.counted(shown, "meeting")) and"
        + " \(Language.counted(loaded.hall.matters.count, "matter")); not public: \(Language.counted(left, "meeting"))\n"
    )[language]
    if site.isRosterMissing {
      text +=
        Phrase(
          zh: "名册是私密的，这台电脑上没有：原话不写\n", en: "the roster is private and not here: prose is left out\n"
        )[
          language]
    }
    return text + names(seen, language)
  }
}

extension Site {
  /// The site of a hall, with the days of the last revisions.
  init(of loaded: LoadedHall, today: Day, _ language: Language, isFull: Bool) {
    self.init(loaded.hall, today: today, language, isFull: isFull) { document in
      HistoryPlace(of: document).flatMap {
        (try? loaded.ledger(of: $0))?.revisions.last.map { String($0.at.prefix(10)) }
      }
    }
  }
}
