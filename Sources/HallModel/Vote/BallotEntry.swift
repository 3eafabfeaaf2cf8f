import HallSyntax

/// The value after 同意, 反对, 弃权 or an option: a count, names, or heads by party.
package enum BallotEntry: Sendable {
  case count(Count)
  case names([Slice])
  /// 一致: all who voted, without a count.
  case unanimous
  /// 全体: all who were present.
  case everybody
  /// An option with sides of its own: `同意 40、反对 3`.
  case sides([(side: Keyword, count: Count)])
  /// A party need not be defined anywhere; `place` is where it is written.
  case byParty([(party: String, heads: Int, place: Slice)])

  /// - Parameters:
  ///   - parties: the parties of the meeting; `居民12` is a count of a party.
  ///   - isName: whether a name that looks like a number is that of somebody known.
  package init(
    reading slice: Slice, parties: PartyList, isName: (String) -> Bool = { _ in false }
  ) throws(ValueFault) {
    let value = slice.trimmed
    guard !value.isEmpty else { throw .emptyValue }
    if let count = BallotEntry.plainCount(value) {
      self = .count(count)
      return
    }
    if BallotEntry.isNobody(value) {
      self = .count(Count(heads: 0, area: .zero))
      return
    }
    if let all = BallotEntry.all(value) {
      self = all
      return
    }
    if let sides = BallotEntry.sides(of: value) {
      self = .sides(sides)
      return
    }
    let fault: ValueFault
    do throws(ValueFault) {
      self = .count(try Count(reading: value))
      return
    } catch {
      fault = error
    }
    guard fault == .malformed else { throw fault }
    var names: [Slice] = []
    var byParty: [(party: String, heads: Int, place: Slice)] = []
    for part in NameList.split(value) {
      let name = NameList.Element(part, knowing: isName).name
      // Most names contain nothing like a number.
      if !NumberWords.mayBeNumber(name) {
        if !name.isEmpty { names.append(name) }
      } else if let heads = BallotEntry.heads(part, of: parties) {
        byParty.append(heads)
      } else if isName(FullWidth.name(name)) || NumberWords.isUnit(name) {
        names.append(name)
      } else if NumberWords.isNumber(name) {
        throw .malformed
      } else if let heads = BallotEntry.headsOfAnybody(part) {
        byParty.append(heads)
      } else {
        names.append(name)
      }
    }
    // `居民 12、赵六`: a mixture of names and heads by party.
    guard names.isEmpty != byParty.isEmpty else { throw .malformed }
    self = names.isEmpty ? .byParty(byParty) : .names(names)
  }

  /// Reads the value of a side or an option: a list of names may end in their sum, which is not a
  /// name.
  package init(
    side slice: Slice, parties: PartyList, isName: (String) -> Bool = { _ in false }
  ) throws(ValueFault) {
    if let count = BallotEntry.plainCount(slice) {
      self = .count(count)
      return
    }
    try self.init(reading: NamedSum(slice).names, parties: parties, isName: isName)
  }

  /// A value that begins with a digit and is a count: neither a word, nor names, nor a sum after names.
  static func plainCount(_ value: Slice) -> Count? {
    guard let first = value.first, isDigit(first) else { return nil }
    return try? Count(reading: value)
  }

  /// The same, with the parties of a meeting and the names known there.
  package init(side slice: Slice, in meeting: Meeting) throws(ValueFault) {
    try self.init(side: slice, parties: meeting.parties, isName: meeting.knows)
  }

  /// Reads it with the parties of a meeting and the names known there.
  package init(reading slice: Slice, in meeting: Meeting) throws(ValueFault) {
    try self.init(reading: slice, parties: meeting.parties, isName: meeting.knows)
  }

  /// Whether it is a word for nobody, as in `反对: 无`.
  package static func isNobody(_ value: Slice) -> Bool {
    var word = Cursor(value.trimmed)
    return word.take(anyOf: nobody) && word.atEnd
  }

  /// Whether it is a word for all who voted, as in `同意: 一致`.
  static func isUnanimous(_ value: Slice) -> Bool {
    if case .unanimous = all(value) { true } else { false }
  }

  /// Whether it is a word for all who voted, or for all who were present.
  package static func isAll(_ value: Slice) -> Bool { all(value) != nil }

  private static let nobody = ["无人", "无", "none", "nobody", "nem. con.", "nem con"]
  private static let unanimousWords: Set<String> = [
    "一致", "一致同意", "一致通过", "全票", "全票同意", "全票通过", "unanimous", "unanimously",
  ]
  private static let everybodyWords: Set<String> = [
    "全体", "全体同意", "全体通过", "全体到会人员", "到会全体", "all", "all present", "everybody", "everyone",
  ]

  /// The bytes that those words begin with, and the one before a full-width letter.
  private static let allBegins: Set<UInt8> = {
    let firsts = unanimousWords.union(everybodyWords).compactMap(\.utf8.first)
    return Set(firsts + firsts.filter(isASCIILetter).map { $0 ^ 0x20 } + [0xEF])
  }()

  /// Reads a word for all who voted, or for all who were present.
  private static func all(_ value: Slice) -> BallotEntry? {
    guard value.count <= 40, let first = value.first, allBegins.contains(first) else { return nil }
    let text = FullWidth.name(value).lowercased()
    if unanimousWords.contains(text) { return .unanimous }
    return everybodyWords.contains(text) ? .everybody : nil
  }

  /// Whether it is the value of an option with sides of its own.
  package static func hasSides(_ value: Slice) -> Bool { sides(of: value.trimmed) != nil }

  /// Reads `同意 40、反对 3`: a side and its count in each part.
  private static func sides(of value: Slice) -> [(side: Keyword, count: Count)]? {
    var ahead = Cursor(value)
    while ahead.take(anyOf: [",", ";", "、", " "]) {}
    guard ahead.takeSide() != nil else { return nil }
    var sides: [(side: Keyword, count: Count)] = []
    for part in NameList.split(value) {
      var cursor = Cursor(part)
      guard let side = cursor.takeSide(), !sides.contains(where: { $0.side == side }) else {
        return nil
      }
      cursor.skipSpaces()
      _ = cursor.take(":")
      guard let count = try? Count(reading: cursor.rest) else { return nil }
      sides.append((side, count))
    }
    return sides.isEmpty ? nil : sides
  }

  /// Reads `居民 12` or `居民12人` for a party that is defined.
  private static func heads(
    _ part: Slice, of parties: PartyList
  ) -> (party: String, heads: Int, place: Slice)? {
    for party in parties.parties {
      var cursor = Cursor(part)
      guard cursor.take(party.name) else { continue }
      let place = part[..<cursor.index]
      cursor.skipSpaces()
      _ = cursor.take(":")
      if let count = try? Count(reading: cursor.rest), let heads = count.heads, count.area == nil {
        return (party.name, heads, place)
      }
    }
    return nil
  }

  /// Reads `酒店 9` where no party is called 酒店: a count, not a name.
  private static func headsOfAnybody(
    _ part: Slice
  ) -> (party: String, heads: Int, place: Slice)? {
    guard let start = part.indices.first(where: { isDigit(FullWidth.byte(in: part, at: $0).byte) })
    else { return nil }
    var place = part[..<start].trimmed
    for colon in [":", "："] where place.ends(with: colon) {
      place = place.dropLast(colon.utf8.count).trimmed
    }
    guard !place.isEmpty, let count = try? Count(reading: part[start...]), let heads = count.heads,
      count.area == nil
    else { return nil }
    return (FullWidth.name(place), heads, place)
  }
}

extension Cursor {
  /// Takes 同意, 反对 or 弃权, in either language.
  fileprivate mutating func takeSide() -> Keyword? {
    for side in [Keyword.against, .votesFor, .abstain] where take(side) { return side }
    return nil
  }
}
