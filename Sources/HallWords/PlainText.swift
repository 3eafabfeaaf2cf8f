import HallSyntax

/// Markdown as plain text, without markup.
package enum PlainText {
  /// A line without emphasis, code marks and backslashes, and a link's address in brackets after its
  /// words, where it says more than they do: on paper and in a chat there is nothing to click. Linear
  /// in its length.
  package static func line(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var brackets = LinkBrackets(bytes)
    let marks = emphasis(in: bytes)
    var place = 0
    /// Where the address of a link begins and ends whose words are being read.
    var address: Range<Int>?
    while place < bytes.count {
      if let link = address, place == link.lowerBound {
        add(bytes[(link.lowerBound + 2)..<(link.upperBound - 1)], to: &result)
        (place, address) = (link.upperBound, nil)
        continue
      }
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\\"):
        // A backslash before a punctuation character removes its special meaning.
        guard place < bytes.count, isPunctuation(bytes[place]) else {
          result.append(byte)
          continue
        }
        result.append(bytes[place])
        place += 1
      case UInt8(ascii: "*") where marks[place - 1]: continue
      case UInt8(ascii: "`"): continue
      case UInt8(ascii: "["):
        guard address == nil, let found = brackets.address(after: place) else {
          result.append(byte)
          continue
        }
        address = found
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The address of a link after its words: `方案（https://…）`, `the plan (https://…)`. One that the words
  /// end with, and one that leads to a document of the hall, are left out.
  private static func add(_ address: ArraySlice<UInt8>, to words: inout [UInt8]) {
    let isMail = address.starts(with: "mailto:".utf8)
    // What follows a blank is the title of the link.
    let said = (isMail ? address.dropFirst("mailto:".utf8.count) : address).prefix {
      $0 != UInt8(ascii: " ")
    }
    let place = said.prefix { $0 != UInt8(ascii: "#") }
    guard !place.isEmpty, !place.suffix(3).elementsEqual(".md".utf8),
      !words.suffix(said.count).elementsEqual(said)
    else { return }
    let isChinese = (words.last ?? 0) >= 0x80
    words += (isChinese ? "（" : " (").utf8
    words += said
    words += (isChinese ? "）" : ")").utf8
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Which stars are emphasis: runs of one length, the first before a sign and the second after one.
  /// `2*3`, `138****0000` and `张**` are what somebody wrote.
  private static func emphasis(in bytes: [UInt8]) -> [Bool] {
    var marks = [Bool](repeating: false, count: bytes.count)
    /// The last open run of each length.
    var open: [Int: Int] = [:]
    var place = 0
    func isBlank(_ index: Int) -> Bool {
      !bytes.indices.contains(index) || [0x20, 0x09, 0x0A].contains(bytes[index])
    }
    func isDigit(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "*") else {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let start = place
      while place < bytes.count, bytes[place] == UInt8(ascii: "*") { place += 1 }
      let length = place - start
      guard length <= 3, !(isDigit(start - 1) && isDigit(place)) else { continue }
      if let opener = open[length], !isBlank(start - 1) {
        for index in 0..<length {
          marks[opener + index] = true
          marks[start + index] = true
        }
        open[length] = nil
      } else if !isBlank(place) {
        open[length] = start
      }
    }
    return marks
  }

  /// Where the brackets of links end, looked up from left to right so that no byte is read twice.
  private struct LinkBrackets {
    private let bytes: [UInt8]
    private var square = 0
    private var round = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// `](address)` after the words of a link; nil if what follows is no link.
    mutating func address(after place: Int) -> Range<Int>? {
      square = max(square, place)
      while square < bytes.count, bytes[square] != UInt8(ascii: "]") { square += 1 }
      guard square + 1 < bytes.count, bytes[square + 1] == UInt8(ascii: "(") else { return nil }
      round = max(round, square + 2)
      while round < bytes.count, bytes[round] != UInt8(ascii: ")") { round += 1 }
      guard round < bytes.count else { return nil }
      let end = closed(from: square + 2, at: round)
      return isForeign(bytes[(square + 2)..<end]) ? nil : square..<(end + 1)
    }

    /// Where an address ends that has brackets of its own, as `a(b)c`: few have, and they are short.
    private func closed(from start: Int, at first: Int) -> Int {
      var open = bytes[start..<first].count { $0 == UInt8(ascii: "(") }
      guard open > 0, first - start < 200 else { return first }
      var place = first
      while open > 0, place + 1 < bytes.count, place - start < 200 {
        place += 1
        if bytes[place] == UInt8(ascii: "(") { open += 1 }
        if bytes[place] == UInt8(ascii: ")") { open -= 1 }
      }
      return open == 0 ? place : first
    }

    /// Whether an address leads to something but the web, mail and the folder, as `javascript:` does: it
    /// stays as it was written.
    private func isForeign(_ address: ArraySlice<UInt8>) -> Bool {
      let head = address.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
      guard head.contains(UInt8(ascii: ":")) else { return address.starts(with: "//".utf8) }
      let scheme = String(decoding: head.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      return !["http", "https", "mailto"].contains(scheme.lowercased())
    }
  }

  /// The paragraphs between a document's title and its first section, each as one line; each list
  /// entry is a line of its own.
  package static func paragraphs(beforeSectionsOf document: Document) -> [String] {
    var paragraphs: [String] = []
    for index in document.children() {
      let node = document.nodes[index]
      if node.kind == .section || node.kind == .heading { break }
      guard node.kind == .prose else { continue }
      var lines: [String] = []
      for raw in VisibleText.split(document.slice(node.range).string) {
        let words = Slice(raw).trimmed.string
        guard !words.isEmpty else { continue }
        let isEntry = ["- ", "* ", "+ "].contains { words.hasPrefix($0) }
        let bare = line(isEntry ? String(words.dropFirst(2)) : unquoted(words))
        if isEntry {
          lines.append("· " + bare)
        } else if let last = lines.last {
          lines[lines.count - 1] = joined(last, bare)
        } else {
          lines.append(bare)
        }
      }
      if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
    }
    return paragraphs
  }

  private static func unquoted(_ line: String) -> String {
    Slice(String(line.drop { $0 == ">" || $0 == " " })).trimmed.string
  }

  /// Joins two lines of one paragraph: between Chinese characters no blank is needed.
  private static func joined(_ left: String, _ right: String) -> String {
    let isWide =
      (left.last.map { DisplayWidth.of(String($0)) == 2 } ?? false)
      || (right.first.map { DisplayWidth.of(String($0)) == 2 } ?? false)
    return left + (isWide ? "" : " ") + right
  }
}
