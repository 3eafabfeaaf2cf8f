import HallSyntax
import HallWords

/// A count in the form that is written: `66 5210.3` in a vote by area is `66户 5210.3㎡`.
enum CountText {
  private static let areaUnits = ["㎡", "m²", "m2", "平方米", "平米"]
  private static let separators: Set<Character> = [" ", ",", "、"]

  /// Adds the units; names, heads by party and unreadable text are returned unchanged.
  static func written(_ text: String, _ language: Language) -> String {
    let folded = FullWidth.name(Slice(text))
    guard let count = try? Count(reading: Slice(folded)), count.area != nil, count.share == nil
    else {
      return Slice(text).trimmed.string
    }
    var heads: String?
    var area: String?
    var rest = Substring(folded)
    while let first = rest.first {
      guard first.isNumber else {
        rest = rest.dropFirst()
        continue
      }
      let number = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(number.count)
      let following = rest.drop { $0 == " " }
      if let unit = areaUnits.first(where: { following.lowercased().hasPrefix($0) }) {
        area = String(number)
        rest = following.dropFirst(unit.count)
        continue
      }
      let unit = following.prefix { !$0.isNumber && !separators.contains($0) }
      if heads == nil {
        heads = number + (unit.isEmpty ? word(language) : (language == .en ? " " : "") + unit)
        rest = following.dropFirst(unit.count)
      } else {
        area = String(number)
      }
    }
    return [heads, area.map { $0 + "㎡" }].compactMap(\.self).joined(separator: " ")
  }

  /// With an area, it counts households.
  private static func word(_ language: Language) -> String {
    language.say("户", " households")
  }
}
