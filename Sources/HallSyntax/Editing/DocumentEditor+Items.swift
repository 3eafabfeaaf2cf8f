/// The items of an agenda: their order and their numbers.
extension DocumentEditor {
  /// Inserts a block in front of a heading.
  package mutating func insert(_ block: LineBlock, before heading: Int) throws(EditFault) {
    _ = try insert(
      block, at: document.nodes[heading].range.lowerBound, blankBefore: true, blankAfter: true)
  }

  /// Moves an item with everything it holds after another one of its section; without one, in front
  /// of them all. The blank lines between the items stay where they are.
  package mutating func move(_ item: Int, after other: Int?) throws(EditFault) {
    let document = document
    let items = document.nodes.indices.filter {
      document.nodes[$0].kind == .item && document.nodes[$0].parent == document.nodes[item].parent
    }
    var order = items.filter { $0 != item }
    let place = other.map { order.firstIndex(of: $0).map { $0 + 1 } } ?? 0
    guard items.contains(item), let place else {
      throw .notRead(line: Int(document.nodes[item].line))
    }
    order.insert(item, at: place)
    guard order != items, let first = items.first, let last = items.last else { return }
    let ranges = items.map(contentRange)
    var text: [UInt8] = []
    for (place, node) in order.enumerated() {
      text += document.bytes[contentRange(of: node)]
      guard place + 1 < items.count else { break }
      if text.last != UInt8(ascii: "\n") {
        text += document.lineEnding(before: ranges[place].upperBound)
      }
      text += document.bytes[ranges[place].upperBound..<ranges[place + 1].lowerBound]
    }
    let whole = ranges[0].lowerBound..<ranges[items.count - 1].upperBound
    try apply([Splice(whole, text)]) { before, after in
      let end = Int(document.nodes[last].subtreeEnd)
      let moved = order.flatMap { node in
        before.filter { $0.node >= node && $0.node < Int(document.nodes[node].subtreeEnd) }
      }
      let meant = before.prefix { $0.node < first } + moved + before.drop { $0.node < end }
      return DocumentEditor.agree(Array(meant), after)
    }
  }

  /// Gives items other numbers, each written as the old one was: `3`, or `三`.
  ///
  /// - Parameter numbers: the new number of each item, by its node.
  package mutating func renumber(_ numbers: [Int: Int]) throws(EditFault) {
    let splices = numbers.sorted { $0.key < $1.key }.map { item, number in
      let old = document.nodes[item].key
      var cursor = Cursor(document.slice(old))
      let text = cursor.takeNumber() == nil ? ChineseNumber.text(number) : String(number)
      return Splice(document.source(of: old), Array(text.utf8))
    }
    try apply(splices, isAsMeant: DocumentEditor.agree)
  }

  /// An item with everything it holds, without the blank lines after it.
  private func contentRange(of item: Int) -> Range<Int> {
    let last = lastWritten(before: Int(document.nodes[item].subtreeEnd), after: item) ?? item
    return document.nodes[item].range.lowerBound..<document.nodes[last].range.upperBound
  }
}
