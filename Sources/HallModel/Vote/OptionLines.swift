import HallSyntax

/// The options of one vote, its lines read once: what may be chosen, and how a ballot says it.
package struct OptionLines: Sendable {
  /// In the written order.
  package let all: [(label: String, node: Int)]
  /// Lines written as options that are not options.
  package let strays: [StrayOption]
  /// The labels, by the form in which names are compared.
  private let labels: [String: String]

  package init(_ vote: Vote) {
    let document = vote.document
    var all: [(label: String, node: Int)] = []
    var strays: [StrayOption] = []
    for node in document.fieldNodes(.option, of: vote.node) {
      let label = Vote.optionName(document.slice(document.nodes[node].key)).string
      if let stray = StrayOption(label: label, node: node) {
        strays.append(stray)
      } else {
        all.append((label, node))
      }
    }
    (self.all, self.strays) = (all, strays)
    labels = Dictionary(all.map { (FullWidth.name(Slice($0.label)), $0.label) }) { $1 }
  }

  /// The line `选项 弃权`, if there is one: it counts as 弃权. 无效 and 未表态 work the same way.
  package func stray(_ side: Keyword) -> Int? {
    strays.first { $0.isCounted && $0.side == side }?.node
  }

  /// Whether all of these are labels of options.
  package func hasAll(_ names: [String]) -> Bool {
    names.allSatisfy { labels[FullWidth.name(Slice($0))] != nil }
  }

  /// The options that a list names, by their label in this vote; a name that is not an option is
  /// returned unchanged. An option written exactly like that wins, with all its brackets and
  /// separators.
  package func chosen(_ list: Slice) -> [String] {
    if let whole = labels[FullWidth.name(list)] { return [whole] }
    let parts = NameList.split(list)
    var names: [String] = []
    var place = 0
    while place < parts.count {
      // A name that contains separators was split into several parts.
      let joined = (place..<min(parts.count, place + 4)).reversed().lazy
        .compactMap { last -> (String, Int)? in
          labels[FullWidth.name(list[parts[place].startIndex..<parts[last].endIndex])]
            .map { ($0, last) }
        }.first
      let bare = FullWidth.name(NameList.Element(parts[place]).name)
      names.append(joined?.0 ?? labels[bare] ?? bare)
      place = (joined?.1 ?? place) + 1
    }
    return names
  }
}
