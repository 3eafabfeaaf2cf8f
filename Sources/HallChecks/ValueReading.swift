import HallModel
import HallSyntax

/// Tests whether a value can be read for its key; the result of reading is discarded.
enum ValueReading {
  /// - Parameters:
  ///   - parties: those of the meeting; `居民 12` counts heads only for a party.
  ///   - isName: whether a name that looks like a number is that of somebody known.
  /// - Returns: why the value cannot be read, or nil if it can.
  static func fault(
    of value: Slice, as kind: ValueKind, parties: PartyList,
    isName: (String) -> Bool = { _ in false }
  ) -> ValueFault? {
    do throws(ValueFault) {
      if kind == .ballots {
        _ = try BallotEntry(side: value, parties: parties, isName: isName)
        return nil
      }
      try read(value, as: kind, parties: parties)
      return nil
    } catch {
      return error
    }
  }

  private static func read(
    _ value: Slice, as kind: ValueKind, parties: PartyList
  ) throws(ValueFault) {
    switch kind {
    case .text, .person, .names: return
    case .day: _ = try Day(reading: value)
    case .time: _ = try Moment(reading: value)
    case .period: _ = try Period(reading: value)
    case .duration: _ = try Minutes(reading: value)
    case .length: _ = try Length(reading: value)
    case .zone: _ = try ZoneOffset(reading: value)
    case .language:
      guard Language(rawValue: FullWidth.name(value).lowercased()) != nil else { throw .malformed }
    case .integer:
      var cursor = Cursor(value)
      if cursor.next == UInt8(ascii: "-") { throw .negative }
      guard cursor.takeNumber() != nil, cursor.atEnd else { throw .malformed }
    case .matterID: try readDocument(value, .matter)
    case .meetingID: try readDocument(value, .meeting)
    case .matterReference:
      for part in NameList.split(value) { try readDocument(part, .matter) }
    case .decisionReference:
      // `D1` is a decision of the same document.
      var own = Cursor(value.trimmed)
      if own.take("D"), own.takeNumber() != nil, own.atEnd { break }
      guard try PartID(reading: value).kind == .decision else { throw .malformed }
    case .count: _ = try Count(reading: value)
    case .electorate:
      switch try BallotEntry(reading: value, parties: parties) {
      case .count, .byParty: break
      case .names, .unanimous, .everybody, .sides: throw .malformed
      }
    case .ballots: _ = try BallotEntry(side: value, parties: parties)
    case .heads:
      let count = try Count(reading: value)
      guard let heads = count.heads, count.area == nil else { throw .malformed }
      // An election with zero seats elects nobody.
      guard heads > 0 else { throw .malformed }
    case .dueDay, .dueDayAndText: _ = try DueValue(reading: value)
    case .dayAndText:
      var cursor = Cursor(value)
      _ = try cursor.takeDay()
      if let next = cursor.next, isDigit(next) { throw .malformed }
    case .timeAndText:
      guard !value.isEmpty else { throw .emptyValue }
      // The hour may be left out; what begins as one has to be one.
      var cursor = Cursor(value)
      if cursor.takeNumber() != nil, [":", "点", "时"].contains(where: { cursor.take($0) }) {
        var hour = Cursor(value)
        _ = try hour.takeTime()
      }
    case .castingVote: _ = try CastingVote(reading: value)
    case .meetingReference: try readDocument(value, .meeting)
    case .personAndTime: _ = try PersonAndTime(reading: value)
    case .proxy: _ = try Delegation(reading: value)
    case .ballotFile: _ = try BallotFileReference(reading: value)
    case .legs: _ = try RuleLeg.list(reading: value)
    case .word(let scope):
      // Only the method of a vote may have several words.
      let words = scope == .method ? NameList.split(value) : [value]
      guard !words.isEmpty, words.allSatisfy({ Vocabulary.keyword($0, in: scope) != nil }) else {
        throw .malformed
      }
    case .voteResult: _ = try VoteResultValue(reading: value)
    }
  }

  private static func readDocument(
    _ value: Slice, _ series: DocumentID.Series
  ) throws(ValueFault) {
    guard try DocumentID(reading: value).series == series else { throw .malformed }
  }
}

extension Charter {
  /// The parties that are defined for a document: the hall's, and those a meeting adds.
  func parties(in document: Document) -> PartyList {
    document.kind == .meeting ? Meeting(document, charter: self).parties : parties
  }
}

extension ArraySlice<UInt8> {
  /// From the first digit after a name on: what may have been meant as a day.
  var firstLikeADay: Slice? {
    var rest = self
    var cursor = Cursor(rest)
    if cursor.take("D") || cursor.take("T"), cursor.takeNumber() != nil { rest = cursor.rest }
    guard let start = rest.indices.first(where: { isDigit(FullWidth.byte(in: rest, at: $0).byte) })
    else { return nil }
    let end = rest[start...].indices.first { isBlank(FullWidth.byte(in: rest, at: $0).byte) }
    return rest[start..<(end ?? rest.endIndex)]
  }

  /// The text after the last blank.
  var lastWord: Slice? {
    guard let blank = trimmed.lastIndex(where: isBlank) else { return nil }
    return trimmed[(blank + 1)...]
  }
}
