import HallSyntax

/// What a line says that no other line under the same heading may say again.
package struct SingleFact: Hashable, Sendable {
  package let keyword: Keyword
  /// Of an option.
  private let label: String

  /// Nil for a line of a key that may repeat. An option is a fact of its own; `选项 弃权` says what 弃权
  /// says.
  package init?(_ field: Int, of document: Document) {
    let node = document.nodes[field]
    guard let keyword = node.keyword else { return nil }
    guard keyword == .option else {
      guard document.use(of: field)?.repeats == false else { return nil }
      (self.keyword, label) = (keyword, "")
      return
    }
    let key = document.slice(node.key)
    if let stray = StrayOption(label: Vote.optionName(key).string, node: field), stray.isCounted {
      (self.keyword, label) = (stray.side, "")
    } else {
      (self.keyword, label) = (keyword, Vote.optionLabel(key))
    }
  }
}

extension Vote {
  /// Whether something that its result rests on is written twice: nobody knows which line counts.
  package var isSaidTwice: Bool {
    let others: Set<Keyword> = [.rule, .method, .ballots, .recused]
    let deciding = document.fields(of: node).filter { field in
      guard let keyword = document.nodes[field].keyword else { return false }
      let roles = document.use(of: field)?.roles ?? []
      return others.contains(keyword) || !roles.isDisjoint(with: [.electorate, .outcome])
    }
    let item = document.ancestor(of: node, .item)
    return SingleFact.isRepeated(in: deciding, of: document)
      || item.map { document.fieldNodes(.recused, of: $0).count > 1 } ?? false
  }
}

extension SingleFact {
  /// Whether two of these lines say the same thing.
  static func isRepeated(in fields: some Sequence<Int>, of document: Document) -> Bool {
    var seen: Set<SingleFact> = []
    return fields.contains { field in
      SingleFact(field, of: document).map { !seen.insert($0).inserted } ?? false
    }
  }
}
