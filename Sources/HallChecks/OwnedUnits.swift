import HallModel
import HallSyntax

/// How many units the owners of a roster have: more than there are owners, if an owner, who is one
/// head, has several.
struct OwnedUnits {
  private let owners: Int
  private let units: Int
  /// Owners of several units, and how many they have.
  private let several: [(owner: String, units: Int)]

  /// Nil if a rule is not for owners, or nobody has several units.
  init?(_ tally: Tally) {
    guard tally.rule?.voters == .owners else { return nil }
    let roster = tally.meeting.charter.roster
    var units: [String: Set<String>] = [:]
    var all: Set<String> = []
    for row in roster.rows where row.area != nil && !row.unit.isEmpty {
      let unit = Roster.unitKey(row.unit)
      all.insert(unit)
      if !row.owner.isEmpty { units[row.owner, default: []].insert(unit) }
    }
    several = units.filter { $0.value.count > 1 }.map { ($0.key, $0.value.count) }
      .sorted { $0.owner < $1.owner }
    guard !several.isEmpty else { return nil }
    (owners, self.units) = (roster.ownerSum.heads, all.count)
  }

  /// Why there may be more ballots than owners: units were counted. Nil above the number of units.
  func why(_ have: Int128, _ most: Int128) -> Phrase? {
    guard most == Int128(owners), have <= Int128(units) else { return nil }
    let more = several.count > 3 ? ("等", " and others") : ("", "")
    let zh = several.prefix(3).map { "\($0.owner) 有 \($0.units) 户" }.joined(separator: "、")
    let en = several.prefix(3).map { "\($0.owner) has \($0.units)" }.joined(separator: ", ")
    return Phrase(
      zh: "（名册里业主 \(owners) 位、\(units) 户：\(zh)\(more.0)，算一位）",
      en: " (the roster has \(owners) owners of \(units) units: \(en)\(more.1), and is one head)")
  }

  static let hint = Phrase(
    zh: "按业主写，有几户的业主算一位", en: "count owners: one with several units is one")
}
