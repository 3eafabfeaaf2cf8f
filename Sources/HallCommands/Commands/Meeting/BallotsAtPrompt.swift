import HallModel
import HallSyntax
import HallSheets
import HallWords

/// Takes paper ballots at the prompt, each of them twice, and asks about differences between the
/// two readings.
struct BallotsAtPrompt {
  private let console: any Console
  private let judge: BallotJudge
  private let language: Language

  init(_ console: any Console, _ judge: BallotJudge, _ language: Language) {
    self.console = console
    self.judge = judge
    self.language = language
  }

  /// The ballots on which both readings agree; nil if the input ended before.
  func ballots() -> [Ballot]? {
    say(
      "一行一张票：户号（或姓名）、空格、意见，如「2-1-301 同意」。写错了打「撤」去掉上一张，全部录完打「完」。",
      "One ballot a line: unit or name, a blank, the choice, as in '2-1-301 for'. 'undo' takes the"
        + " last one back, 'done' ends.")
    guard let first = reading(Phrase(zh: "第一遍", en: "first")) else { return nil }
    guard !first.isEmpty else { return [] }
    say(
      "第一遍 \(first.count) 张。请再从头录一遍，顺序不限。",
      "\(first.count) ballots. Please enter them all again, in any order.")
    guard let second = reading(Phrase(zh: "第二遍", en: "second")) else { return nil }
    return settled(first, second)
  }

  private func reading(_ name: Phrase) -> [Ballot]? {
    var ballots: [Entry] = []
    while true {
      let prompt = "\(name[language]) \(ballots.count + 1)> "
      guard let line = console.line(Prompt(prompt)) else { return nil }
      let text = FullWidth.name(Slice(line))
      // An empty line is ignored, and does not end the input.
      if text.isEmpty { continue }
      if ["完", "done"].contains(text.lowercased()) {
        return ballots.filter { !$0.isFurther }.map(\.ballot)
      }
      if ["撤", "undo"].contains(text.lowercased()) {
        guard let last = ballots.popLast()?.ballot else { continue }
        say("去掉了 \(last.voter) \(last.choice)", "taken back: \(last.voter) \(last.choice)")
        continue
      }
      guard let ballot = ballot(text) else { continue }
      let earlier = ballots.firstIndex { $0.ballot.identity == ballot.identity }
      guard let earlier else {
        ballots.append(Entry(ballot: ballot))
        continue
      }
      if isTaken(ballot, beside: ballots[earlier].ballot, earlier + 1, ballots.map(\.ballot)) {
        ballots.append(Entry(ballot: ballot, isFurther: true))
      }
    }
  }

  /// A ballot of one reading.
  private struct Entry {
    let ballot: Ballot
    /// Whether it is for another unit of a person who has voted already, and adds no vote.
    var isFurther = false
  }

  /// Whether a voter has a ballot already; one for another unit with the same choice changes
  /// nothing.
  private func isTaken(
    _ ballot: Ballot, beside first: Ballot, _ place: Int, _ all: [Ballot]
  ) -> Bool {
    func unit(_ ballot: Ballot) -> String { Roster.unitKey(ballot.voter) }
    if let same = all.firstIndex(where: { unit($0) == unit(ballot) }) {
      say(
        "「\(ballot.voter)」这一遍已经录过（第 \(same + 1) 张），没有记",
        "'\(ballot.voter)' was entered already (number \(same + 1)); not taken")
      return false
    }
    let (zh, en) = (
      "「\(ballot.voter)」与第 \(place) 张「\(first.voter)」是同一位",
      "'\(ballot.voter)' and '\(first.voter)', number \(place), belong to one"
    )
    guard ballot.isUnit, first.isUnit else {
      say(zh + "表决人，已经录过，没有记", en + " voter, who was entered already; not taken")
      return false
    }
    let name = judge.owner(ballot.identity)
    let who = (name.map { "业主（\($0)）" } ?? "表决人", name.map { " owner (\($0))" } ?? " voter")
    guard ballot.choice == first.choice else {
      say(
        zh + who.0 + "，那张写「\(first.choice)」，意见不同，没有记；请看纸票",
        en + who.1 + ", and that one says '\(first.choice)'; not taken: please look at the paper")
      return false
    }
    say(zh + who.0 + "，意见相同，算一票", en + who.1 + " and say the same: one vote")
    return true
  }

  /// Reads a line; shows why if that fails.
  private func ballot(_ line: String) -> Ballot? {
    guard let space = line.lastIndex(of: " ") else {
      say("户号和意见之间要有空格，没有记", "put a blank between the unit and the choice; not taken")
      return nil
    }
    let name = String(line[..<space])
    do throws(BallotJudge.Fault) {
      let identity = try judge.voter(name)
      let choice = try judge.choice(String(line[line.index(after: space)...]))
      return Ballot(
        voter: TableEdit.written(name), isUnit: isUnit(name), identity: identity, choice: choice)
    } catch {
      say(error)
      return nil
    }
  }

  /// A name with a digit is a unit; the column it is shown in is only for the reader.
  private func isUnit(_ name: String) -> Bool {
    // The 九 of 周九 is a number, but not a digit.
    name.contains { $0.isWholeNumber && $0.isASCII }
  }

  private func settled(_ first: [Ballot], _ second: [Ballot]) -> [Ballot]? {
    let again = Dictionary(second.map { ($0.identity, $0) }) { first, _ in first }
    let known = Set(first.map(\.identity))
    var ballots: [Ballot] = []
    var differences: [(ballot: Ballot, first: String?, second: String?)] = []
    for ballot in first {
      let other = again[ballot.identity]
      if other?.choice == ballot.choice {
        ballots.append(ballot)
      } else {
        differences.append((ballot, ballot.choice, other?.choice))
      }
    }
    for ballot in second where !known.contains(ballot.identity) {
      differences.append((ballot, nil, ballot.choice))
    }
    if differences.isEmpty {
      say("两遍一样，共 \(ballots.count) 张。", "Both readings agree: \(ballots.count) ballots.")
      return ballots
    }
    say(
      "两遍有 \(differences.count) 处不同，请看纸票：",
      "The readings differ in \(Language.counted(differences.count, "place")); please look at the paper:"
    )
    for (ballot, first, second) in differences {
      guard let truth = truth(ballot, first, second) else { return nil }
      if case .choice(let choice) = truth {
        ballots.append(
          Ballot(
            voter: ballot.voter, isUnit: ballot.isUnit, identity: ballot.identity, choice: choice))
      }
    }
    return ballots
  }

  private enum Truth {
    case choice(String)
    case noBallot
  }

  /// The choice on the paper; nil without an answer.
  private func truth(
    _ ballot: Ballot, _ first: String?, _ second: String?
  ) -> Truth? {
    let none = Phrase(zh: "没有这张", en: "no ballot")[language]
    say(
      "  \(ballot.voter)：第一遍 \(first ?? none)，第二遍 \(second ?? none)",
      "  \(ballot.voter): first \(first ?? none), second \(second ?? none)")
    while true {
      let prompt = Phrase(
        zh: "  纸票上是（没有这张就打「没有」）> ", en: "  the paper says ('none' if there is none)> ")
      guard let line = console.line(Prompt(prompt[language])) else { return nil }
      let text = FullWidth.name(Slice(line))
      if ["没有", "没有这张", "none"].contains(text.lowercased()) { return .noBallot }
      do throws(BallotJudge.Fault) { return .choice(try judge.choice(text)) } catch { say(error) }
    }
  }

  private func say(_ fault: BallotJudge.Fault) {
    say("\(fault.fact.zh)，没有记。\(fault.hint.zh)", "\(fault.fact.en); not taken. \(fault.hint.en)")
  }

  private func say(_ zh: String, _ en: String) {
    console.show(VisibleText.line(language.say(zh, en)) + "\n")
  }
}
