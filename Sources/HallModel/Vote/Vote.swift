import HallSyntax

/// One vote of an item: `#### 表决: title`, its rule, its counts and its written result.
package struct Vote: NodeView, Sendable {
  package let document: Document
  package let node: Int

  package init(document: Document, node: Int) {
    self.document = document
    self.node = node
  }

  package var ruleName: Slice? { value(.rule) }

  /// The rule that the vote names, from the charter of its meeting; nil if the charter does not have it.
  func rule(in meeting: Meeting) -> VotingRule? {
    ruleName.flatMap { meeting.charter.rules[$0] }
  }

  /// 举手, 书面, …: one or more.
  package var methods: [Keyword] {
    value(.method).map { NameList.split($0).compactMap { Vocabulary.keyword($0, in: .method) } }
      ?? []
  }

  /// Whether ballots are cast without coming to the meeting.
  package var isRemote: Bool { methods.contains(.written) || methods.contains(.online) }

  /// Whether ballots are cast without coming to the meeting: according to 方式, or because ballots
  /// were delivered, returned or cast over a period.
  package var hasRemoteBallots: Bool {
    isRemote || [Keyword.delivered, .returned, .votingPeriod].contains { value($0) != nil }
  }

  /// Where the ballots are cast. 记名 and 无记名 say how, not where.
  package var place: VotingPlace {
    let room = !methods.allSatisfy { [.written, .online, .rollCall, .secret].contains($0) }
    return isRemote ? (room ? .both : .elsewhere) : .room
  }

  package func count(_ keyword: Keyword) -> Count? {
    value(keyword).flatMap { try? Count(reading: $0) }
  }

  /// The lines of the options, in the written order; empty for a yes-or-no vote. A label is as
  /// written; ``OptionLines/chosen(_:)`` finds it in any folded form. Words such as 弃权 and 反对 are not
  /// options, even if they are written as one: they cannot be elected.
  ///
  /// Each call reads the lines; whoever asks for every ballot keeps the ``OptionLines``.
  package var options: [(label: String, node: Int)] { OptionLines(self).all }

  /// `选项 甲` without its keyword, as it is compared.
  package static func optionLabel(_ key: Slice) -> String { FullWidth.name(optionName(key)) }

  static func optionName(_ key: Slice) -> Slice {
    var cursor = Cursor(key)
    _ = cursor.take(.option)
    return cursor.rest.trimmed.withoutEmphasis.trimmed
  }

  package var isChoice: Bool {
    document.fieldNode(.option, of: node) != nil || document.fieldNode(.seats, of: node) != nil
  }

  package var seats: Int { max(1, count(.seats)?.heads ?? 1) }

  /// How many alternates are elected after those who get a seat.
  package var alternates: Int { count(.alternates)?.heads ?? 0 }

  /// Whether its method leaves no counts, so that the chair declares the result.
  package var isDeclaredByChair: Bool {
    methods.contains { [.voice, .acclamation, .unanimousConsent].contains($0) }
  }

  package var castingVote: CastingVote? {
    value(.castingVote).flatMap { try? CastingVote(reading: $0) }
  }

  /// What kind of motion it is on: main, an amendment, or procedural. Unless it is written, the title
  /// says so if it is one of the usual procedural motions.
  package var motion: Keyword {
    if let word = value(.motion).flatMap({ Vocabulary.keyword($0, in: .motion) }) { return word }
    return ProceduralTitle.isOne(title) ? .proceduralMotion : .mainMotion
  }

  /// Nil where several results are written.
  package var writtenResult: VoteResultValue? {
    guard document.fieldNodes(.voteResult, of: node).count == 1 else { return nil }
    return value(.voteResult).flatMap {
      try? VoteResultValue(reading: $0, names: OptionLines(self).chosen)
    }
  }

  /// Whether the vote has any count, name or ballot.
  package var hasCounts: Bool {
    let counted = Vocabulary.voteSides + [.ballots, .participating]
    return counted.contains { !values($0).isEmpty } || ballotTable != nil
  }

  /// Whether a line is there for a count, filled in or not.
  package var asksForCounts: Bool {
    let counted = Vocabulary.voteSides + [.ballots, .participating]
    return ballotTable != nil
      || counted.contains { document.fieldNode($0, of: node) != nil }
  }

  /// The roll call: the first table under the vote that has voters and ballots.
  package var ballotTable: BallotTable? {
    for child in document.children(of: node) where document.nodes[child].kind == .table {
      if let table = BallotTable(document: document, table: child) { return table }
    }
    return nil
  }

  package var ballotReference: BallotFileReference? {
    value(.ballots).flatMap { try? BallotFileReference(reading: $0) }
  }
}

/// Where the ballots of a vote are cast.
package enum VotingPlace: Sendable {
  case room
  /// On paper or online: there is no meeting in a room.
  case elsewhere
  case both
}

/// `通过`, `未通过`, `参与不足`, `当选 甲、乙；候补 丙`, `当选 甲；平票 乙、丙`: the result as written.
package struct VoteResultValue: Sendable {
  package let result: Keyword
  /// Who was elected, if names follow the word; at a tie, who was elected all the same.
  package let names: [String]
  /// The alternates, in their order.
  package let alternates: [String]
  /// Those who are level at a tie.
  package let level: [String]
  /// The same names as written.
  package let nameText: String

  /// - Parameter names: splits the list of those elected; the label of an option may contain
  ///   separators.
  package init(
    reading slice: Slice,
    names split: (Slice) -> [String] = { NameList($0).elements.map { FullWidth.name($0.name) } }
  ) throws(ValueFault) {
    let value = slice.trimmed
    guard !value.isEmpty else { throw .emptyValue }
    let element = NameList.Element(value)
    if let keyword = Vocabulary.keyword(element.name, in: .voteResult) {
      (result, names, alternates, level, nameText) = (keyword, [], [], [], "")
      return
    }
    for keyword in [Keyword.elected, .tied] {
      var cursor = Cursor(value)
      guard cursor.takeLead(keyword) else { continue }
      nameText = cursor.rest.trimmed.string
      if keyword == .tied {
        (result, names, alternates, level) = (.tied, [], [], split(cursor.rest))
        return
      }
      let (seated, after) = VoteResultValue.parts(of: cursor.rest, at: .alternates)
      let (sure, open) = VoteResultValue.parts(of: cursor.rest, at: .tied)
      if let open {
        (result, names, alternates, level) = (.tied, split(sure), [], split(open))
      } else {
        (result, names, alternates, level) = (.elected, split(seated), after.map(split) ?? [], [])
      }
      return
    }
    throw .malformed
  }

  /// Those elected, and the list after 候补 or 平票.
  private static func parts(
    of list: Slice, at word: Keyword
  ) -> (elected: Slice, after: Slice?) {
    let parts = NameList.split(list)
    for (place, part) in parts.enumerated() {
      var cursor = Cursor(part)
      guard cursor.takeLead(word) else { continue }
      let end = place > 0 ? parts[place - 1].endIndex : list.startIndex
      return (list[list.startIndex..<end], list[cursor.index..<list.endIndex].trimmed)
    }
    return (list, nil)
  }
}

extension Cursor {
  /// Takes the word before a list, with a blank or a colon after it.
  fileprivate mutating func takeLead(_ keyword: Keyword) -> Bool {
    take(keyword) && (next == UInt8(ascii: " ") || take(":"))
  }
}

extension Document {
  /// The ballot files that the votes of minutes refer to, in their order.
  package var ballotPaths: [String] {
    guard kind == .meeting else { return [] }
    return nodes.indices.compactMap { node in
      guard nodes[node].kind == .vote else { return nil }
      return Vote(document: self, node: node).ballotReference?.path
    }
  }
}
