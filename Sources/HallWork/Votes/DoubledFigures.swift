import HallModel
import HallSyntax
import HallSheets
import HallWords

/// Figures typed in a call that differ from those of its ballots. The minutes name the ballots, so
/// no other figure can be written beside them.
struct DoubledFigures {
  private let found: [(option: String, typed: String, counted: String)]

  init(_ fields: VoteFields, _ judge: BallotJudge, _ ballots: [Ballot], in meeting: Meeting) {
    let lines =
      judge.counts(of: ballots).map { (fields.given($0.keyword), $0.text) }
      + judge.options(of: ballots).map { (fields.given(option: $0.label), $0.text) }
    found = lines.compactMap { given, counted in
      guard let given, !DoubledFigures.agree(given.text, counted, in: meeting) else { return nil }
      return (given.option, given.text, counted)
    }
  }

  /// Whether two figures agree as far as both are given: `5` agrees with `5户 404.95㎡`.
  private static func agree(_ typed: String, _ counted: String, in meeting: Meeting) -> Bool {
    guard let typed = try? BallotEntry(reading: Slice(typed), in: meeting),
      let counted = try? BallotEntry(reading: Slice(counted), in: meeting)
    else { return false }
    switch (typed, counted) {
    case (.byParty(let one), .byParty(let other)):
      func heads(_ parts: [(party: String, heads: Int, place: Slice)]) -> [String: Int] {
        Dictionary(parts.map { ($0.party, $0.heads) }, uniquingKeysWith: +)
      }
      return heads(one) == heads(other)
    case (.names, _), (_, .names): return false
    case (.unanimous, _), (_, .unanimous), (.everybody, _), (_, .everybody): return true
    default:
      let (one, other) = (count(typed), count(counted))
      func same<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        one == nil || other == nil || one == other
      }
      return same(one.heads, other.heads) && same(one.area, other.area)
        && same(one.share, other.share)
    }
  }

  private static func count(_ entry: BallotEntry) -> Count {
    switch entry {
    case .count(let count): count
    case .byParty(let parts): Count(heads: parts.map(\.heads).reduce(0, +), area: nil)
    case .names(let names): Count(heads: names.count, area: nil)
    case .sides(let sides):
      sides.first { $0.side == .votesFor }?.count ?? Count(heads: 0, area: nil)
    case .unanimous, .everybody: Count(heads: nil, area: nil)
    }
  }

  private func list(_ language: Language) -> String {
    found.map { option, typed, counted in
      Phrase(
        zh: typed.isEmpty
          ? "\(option) 是空的，票数来是 \(counted)" : "\(option) 写的是 \(typed)，票数来是 \(counted)",
        en: typed.isEmpty
          ? "\(option) is empty, the ballots make \(counted)"
          : "\(option) says \(typed), the ballots make \(counted)")[language]
    }.joined(separator: Phrase(zh: "；", en: "; ")[language])
  }

  func refuse() throws(Refusal) {
    guard !found.isEmpty else { return }
    throw .refused(
      Phrase(
        zh: "同一个数字写了两样：" + list(.zh) + "；什么也没有写",
        en: "one figure is given in two ways: " + list(.en) + "; nothing was written"),
      hint: Phrase(
        zh: "票册自己会数：核对纸票，或去掉这个选项；票册里写不进的票（如没有户号的废票），记完票册再记",
        en: "the ballots are counted: check the paper, or leave the option out; note what has no"
          + " row in the sheet, such as a spoilt ballot without a unit, in a separate call"))
  }

  /// Says that the ballots replace what was typed.
  var notes: [Phrase] {
    guard !found.isEmpty else { return [] }
    return [
      Phrase(
        zh: "注意：" + list(.zh) + "；按录入的票记",
        en: "note: " + list(.en) + "; the entered ballots are noted")
    ]
  }
}
