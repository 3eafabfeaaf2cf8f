import HallSyntax

/// A line of a count without a value: what it counts is unknown until somebody fills it in.
package struct EmptyCount: Sendable {
  package let node: Int
  /// The key as written.
  package let key: String
  fileprivate let kind: Kind

  /// What to do about it, which depends on the line.
  fileprivate enum Kind: CaseIterable {
    /// Without the line, the roster counts it.
    case entitled
    /// Without the line, the attendance counts it.
    case present
    /// Without the line, it follows from the others.
    case whole
    case side
  }

  /// What to do.
  package var remedy: Phrase { kind.remedy }
}

extension EmptyCount.Kind {
  /// - Parameter isDeclared: whether the chair may declare a result that nobody counted.
  fileprivate init(_ keyword: Keyword, isDeclared: Bool) {
    switch keyword {
    case .entitled: self = .entitled
    case .present: self = .present
    case .delivered, .returned, .participating: self = .whole
    default: self = isDeclared ? .whole : .side
    }
  }

  fileprivate var remedy: Phrase {
    switch self {
    case .entitled:
      Phrase(
        zh: "写上人数；要按名册算，就去掉这一行",
        en: "write the number, or take the line out to have it counted from the roster")
    case .present:
      Phrase(
        zh: "写上人数；要按参会人员算，就去掉这一行",
        en: "write the number, or take the line out to have it counted from the attendance")
    case .whole:
      Phrase(
        zh: "写上数字；没有数过，就去掉这一行",
        en: "write the number, or remove the line if nobody counted them")
    case .side:
      Phrase(zh: "写上数字；没有人就写 0", en: "write the number; 0 for nobody")
    }
  }
}

extension [EmptyCount] {
  /// Which lines are empty and what to do about each: `「应到」还空着，写上人数；…`.
  var phrase: Phrase? {
    let parts = EmptyCount.Kind.allCases.compactMap { kind -> Phrase? in
      let keys = filter { $0.kind == kind }.map(\.key)
      guard !keys.isEmpty else { return nil }
      let zh = keys.map { "「\($0)」" }.joined()
      let en = keys.map { "'\($0)'" }.joined(separator: ", ")
      return Phrase(
        zh: "\(zh)还空着，\(kind.remedy.zh)", en: "no value in \(en): \(kind.remedy.en)")
    }
    guard !parts.isEmpty else { return nil }
    return Phrase(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }
}

extension VoteReader {
  /// The lines of counts without a value. Next to a roll call, a side may be left empty.
  var emptyCounts: [EmptyCount] {
    let sides = Vocabulary.voteSides + [.invalid, .silent]
    let counts =
      [.entitled, .present, .delivered, .returned, .participating]
      + (ballots == nil ? sides : [])
    return vote.document.fields(of: vote.node).compactMap { node in
      let field = vote.document.nodes[node]
      guard field.value.isEmpty, let keyword = field.keyword, counts.contains(keyword) else {
        return nil
      }
      return EmptyCount(
        node: node, key: vote.document.slice(field.key).string,
        kind: EmptyCount.Kind(keyword, isDeclared: vote.isDeclaredByChair))
    }
  }
}
