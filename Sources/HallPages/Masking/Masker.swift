import HallModel
import HallSyntax
import HallWords

/// Masks residents in what the public reads: their names wherever they stand, and numbers that lead to
/// somebody. The same person has the same mask on all of a page.
///
/// Officers of the other parties stay by name: their office is public.
package struct Masker {
  /// The names that are masked, by their first character, the longest first.
  private let names: [Character: [String]]
  private var masks = NameMasks()

  /// - Parameters:
  ///   - meeting: whose attendance has residents who are on no roster.
  ///   - others: further meetings with such an attendance.
  package init(_ charter: Charter, _ meeting: Meeting?, alsoOf others: [Meeting] = []) {
    let residents = Set([Keyword.residents.word(.zh), Keyword.residents.word(.en)])
    func isResident(_ party: String) -> Bool { party.isEmpty || residents.contains(party) }
    var found: Set<String> = []
    for row in charter.roster.rows where isResident(row.party) || row.isOwned {
      for name in [row.name, row.owner] where !name.isEmpty { found.insert(name) }
    }
    let lines = ((meeting.map { [$0] } ?? []) + others).flatMap { $0.attendance?.partyLines ?? [] }
    for line in lines where residents.contains(line.party) {
      for name in line.names { found.insert(FullWidth.name(name.name)) }
    }
    // One character is no name, and would mask half of a text.
    var byFirst: [Character: [String]] = [:]
    for name in found where name.count > 1 {
      if let first = name.first { byFirst[first, default: []].append(name) }
    }
    names = byFirst.mapValues { $0.sorted { ($1.count, $0) < ($0.count, $1) } }
  }

  /// A text with masks in the places of residents and of private numbers.
  package mutating func masked(_ text: String) -> String {
    var (result, rest) = ("", text[...])
    while let first = rest.first {
      if let name = names[first]?.first(where: rest.hasPrefix),
        stands(name, in: rest, after: result)
      {
        result += masks.mask(name)
        rest = rest.dropFirst(name.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return withoutNumbers(result)
  }

  /// A name in Latin letters stands alone: Ann is not in Annex.
  private func stands(_ name: String, in rest: Substring, after before: String) -> Bool {
    guard name.last?.isASCII == true else { return true }
    let next = rest.dropFirst(name.count).first
    return !(next?.isLetter ?? false) && !(before.last?.isLetter ?? false)
  }

  private func withoutNumbers(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let numbers = PrivateNumber.all(in: bytes)
    guard !numbers.isEmpty else { return text }
    var result: [UInt8] = []
    var place = 0
    for number in numbers {
      result += bytes[place..<number.range.lowerBound]
      result += "＊＊＊".utf8
      place = number.range.upperBound
    }
    return String(decoding: result + bytes[place...], as: UTF8.self)
  }
}
