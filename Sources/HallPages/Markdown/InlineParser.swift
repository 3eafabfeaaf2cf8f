import HallSyntax

/// Parses the text of a block into pieces: text, code, emphasis, links. Follows the delimiter stack of
/// the CommonMark specification, with Chinese text beside a mark counted as a boundary, as a space is in
/// English. Takes time in proportion to the text.
struct InlineParser {
  enum Tag: Equatable { case emphasis, strong, struck }

  enum Piece {
    case text([UInt8])
    case code([UInt8])
    /// A line that ends; whether the text says so.
    case lineEnd(isHard: Bool)
    case mark(Int)
    /// `[` or `![`, by its place among the brackets.
    case bracket(Int)
    case linkEnd
  }

  /// A run of `*`, `_` or `~`.
  struct Mark {
    let sign: UInt8
    let length: Int
    var left: Int
    var opens: Bool
    var closes: Bool
    /// Tags that end before what is left of the run, and tags that begin after it.
    var ends: [Tag] = []
    var starts: [Tag] = []
  }

  struct Bracket {
    let isImage: Bool
    let marksBefore: Int
    var isActive = true
    /// The address, once the bracket turns out to be a link; an image has none.
    var link: [UInt8]?
    var isResolved = false
  }

  private let text: [UInt8]
  private var place = 0
  private(set) var pieces: [Piece] = []
  private(set) var marks: [Mark] = []
  private(set) var brackets: [Bracket] = []
  private var openBrackets: [Int] = []
  /// The places of runs of backticks, by their length, and how many of each are passed.
  private var backticks: [Int: [Int]] = [:]
  private var passed: [Int: Int] = [:]
  private var plain: [UInt8] = []

  /// Longer addresses are text.
  private static let longest = 2_048

  init(_ text: [UInt8]) {
    self.text = text
    findBackticks()
    while place < text.count { takeOne() }
    flush()
    pair(from: 0)
  }

  // MARK: One piece

  private mutating func takeOne() {
    let byte = text[place]
    switch byte {
    case UInt8(ascii: "\\"): takeEscape()
    case UInt8(ascii: "`"): takeCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): takeMark(byte)
    case UInt8(ascii: "["): openBracket(isImage: false)
    case UInt8(ascii: "!") where at(place + 1) == UInt8(ascii: "["): openBracket(isImage: true)
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"): takeAddress()
    case UInt8(ascii: "\n"): takeLineEnd()
    default:
      plain.append(byte)
      place += 1
    }
  }

  private func at(_ place: Int) -> UInt8? { place < text.count ? text[place] : nil }

  private mutating func flush() {
    guard !plain.isEmpty else { return }
    pieces.append(.text(plain))
    plain = []
  }

  private mutating func takeEscape() {
    switch at(place + 1) {
    case UInt8(ascii: "\n"):
      flush()
      pieces.append(.lineEnd(isHard: true))
      place += 2
      skipBlanks()
    case let next? where InlineParser.isPunctuation(next):
      plain.append(next)
      place += 2
    default:
      plain.append(text[place])
      place += 1
    }
  }

  private mutating func takeLineEnd() {
    let blanks = plain.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    plain.removeLast(blanks)
    flush()
    pieces.append(.lineEnd(isHard: blanks >= 2))
    place += 1
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while let byte = at(place), isBlankByte(byte) { place += 1 }
  }

  // MARK: Code

  private mutating func findBackticks() {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index] == UInt8(ascii: "`") { index += 1 }
      backticks[index - start, default: []].append(start)
    }
  }

  private mutating func takeCode() {
    let start = place
    while at(place) == UInt8(ascii: "`") { place += 1 }
    let length = place - start
    let runs = backticks[length] ?? []
    var next = passed[length] ?? 0
    while next < runs.count, runs[next] < place { next += 1 }
    passed[length] = next
    guard next < runs.count else {
      plain += text[start..<place]
      return
    }
    flush()
    var code = text[place..<runs[next]].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    let blank = UInt8(ascii: " ")
    if code.count > 2, code.first == blank, code.last == blank,
      code.contains(where: { $0 != blank })
    {
      code = Array(code.dropFirst().dropLast())
    }
    pieces.append(.code(code))
    place = runs[next] + length
  }

  // MARK: Emphasis

  private mutating func takeMark(_ sign: UInt8) {
    let start = place
    while at(place) == sign { place += 1 }
    let length = place - start
    // 2*3*4 is a sum, though CommonMark reads emphasis: a figure must not change.
    let isTimes =
      sign == UInt8(ascii: "*") && length == 1 && start > 0
      && (0x30...0x39).contains(text[start - 1])
      && at(place).map { (0x30...0x39).contains($0) } ?? false
    guard sign != UInt8(ascii: "~") || length == 2, !isTimes else {
      plain += text[start..<place]
      return
    }
    let before = InlineScalar(before: start, in: text)
    let after = InlineScalar(at: place, in: text)
    let left = !after.isBlank && (!after.isPunctuation || before.isBoundary)
    let right = !before.isBlank && (!before.isPunctuation || after.isBoundary)
    flush()
    let isUnderscore = sign == UInt8(ascii: "_")
    marks.append(
      Mark(
        sign: sign, length: length, left: length,
        opens: isUnderscore ? left && (!right || before.isPunctuation) : left,
        closes: isUnderscore ? right && (!left || after.isPunctuation) : right))
    pieces.append(.mark(marks.count - 1))
  }

  /// Pairs the marks from a place on, and leaves none of them open.
  private mutating func pair(from bottom: Int) {
    var previous = Array(bottom..<max(bottom, marks.count)).map { $0 - 1 }
    func before(_ index: Int) -> Int { previous[index - bottom] }
    // How far down an opener was looked for in vain, by the kind of closer.
    var floors: [Int: Int] = [:]
    for closer in bottom..<max(bottom, marks.count) where marks[closer].closes {
      while marks[closer].left > 0 {
        let key = InlineParser.key(marks[closer])
        let floor = floors[key] ?? bottom
        var opener = before(closer)
        while opener >= floor, !fits(opener, closer) { opener = before(opener) }
        guard opener >= floor else {
          floors[key] = closer
          break
        }
        let count =
          marks[closer].sign == UInt8(ascii: "~")
            || min(marks[opener].left, marks[closer].left) >= 2 ? 2 : 1
        let tag: Tag =
          marks[closer].sign == UInt8(ascii: "~") ? .struck : count == 2 ? .strong : .emphasis
        marks[opener].starts.insert(tag, at: 0)
        marks[closer].ends.append(tag)
        marks[opener].left -= count
        marks[closer].left -= count
        // What stands between them stays as it is.
        previous[closer - bottom] = marks[opener].left > 0 ? opener : before(opener)
      }
      if !marks[closer].opens, marks[closer].left > 0 || true {
        // A run that opens nothing is passed over from now on.
        marks[closer].closes = false
      }
    }
    for index in bottom..<max(bottom, marks.count) {
      (marks[index].opens, marks[index].closes) = (false, false)
    }
  }

  private static func key(_ mark: Mark) -> Int {
    Int(mark.sign) * 8 + (mark.opens ? 4 : 0) + mark.length % 3
  }

  private func fits(_ opener: Int, _ closer: Int) -> Bool {
    let (one, other) = (marks[opener], marks[closer])
    guard one.sign == other.sign, one.opens, one.left > 0 else { return false }
    guard one.sign != UInt8(ascii: "~") else { return one.left == other.left }
    guard one.closes || other.opens else { return true }
    return (one.length + other.length) % 3 != 0 || one.length % 3 == 0 && other.length % 3 == 0
  }

  // MARK: Links

  private mutating func openBracket(isImage: Bool) {
    flush()
    brackets.append(Bracket(isImage: isImage, marksBefore: marks.count))
    openBrackets.append(brackets.count - 1)
    pieces.append(.bracket(brackets.count - 1))
    place += isImage ? 2 : 1
  }

  private mutating func closeBracket() {
    place += 1
    guard let opener = openBrackets.popLast() else {
      plain.append(UInt8(ascii: "]"))
      return
    }
    // An address that leads nowhere a reader may go stays as it was written.
    guard brackets[opener].isActive, let (address, end) = destination(),
      brackets[opener].isImage || InlineParser.isSafe(address)
    else {
      plain.append(UInt8(ascii: "]"))
      return
    }
    flush()
    place = end
    brackets[opener].isResolved = true
    if !brackets[opener].isImage { brackets[opener].link = address }
    pair(from: brackets[opener].marksBefore)
    pieces.append(.linkEnd)
    closers[pieces.count - 1] = opener
    // A link holds no other.
    if !brackets[opener].isImage {
      for index in openBrackets where !brackets[index].isImage { brackets[index].isActive = false }
      openBrackets.removeAll { !brackets[$0].isImage }
    }
  }

  /// The bracket that a piece `linkEnd` closes, by its place among the pieces.
  private(set) var closers: [Int: Int] = [:]

  /// `(address "title")` at this place: the address, and where it ends.
  private func destination() -> (address: [UInt8], end: Int)? {
    guard at(place) == UInt8(ascii: "(") else { return nil }
    var index = place + 1
    let limit = min(text.count, index + InlineParser.longest)
    func skipBlanks() {
      while index < limit, isBlankByte(text[index]) || text[index] == UInt8(ascii: "\n") {
        index += 1
      }
    }
    skipBlanks()
    var address: [UInt8] = []
    if index < limit, text[index] == UInt8(ascii: "<") {
      index += 1
      while index < limit, text[index] != UInt8(ascii: ">") {
        guard text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "<") else {
          return nil
        }
        if text[index] == UInt8(ascii: "\\"), let next = at(index + 1),
          InlineParser.isPunctuation(next)
        {
          index += 1
        }
        address.append(text[index])
        index += 1
      }
      guard index < limit else { return nil }
      index += 1
    } else {
      var depth = 0
      while index < limit, text[index] > 0x20 {
        if text[index] == UInt8(ascii: "\\"), let next = at(index + 1),
          InlineParser.isPunctuation(next)
        {
          index += 1
        } else if text[index] == UInt8(ascii: "(") {
          depth += 1
        } else if text[index] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        address.append(text[index])
        index += 1
      }
      guard depth == 0 else { return nil }
    }
    let beforeTitle = index
    skipBlanks()
    if index < limit, index > beforeTitle, let quote = at(index), "\"'(".utf8.contains(quote) {
      let end = quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
      index += 1
      while index < limit, text[index] != end { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
      guard index < limit else { return nil }
      index += 1
      skipBlanks()
    }
    guard index < limit, text[index] == UInt8(ascii: ")") else { return nil }
    return (address, index + 1)
  }

  /// `<https://example.org>`
  private mutating func takeAddress() {
    let limit = min(text.count, place + InlineParser.longest)
    if let end = text[(place + 1)..<limit].firstIndex(where: {
      $0 == UInt8(ascii: ">") || $0 <= 0x20 || $0 == UInt8(ascii: "<")
    }),
      text[end] == UInt8(ascii: ">"), InlineParser.isSafe(text[(place + 1)..<end])
    {
      flush()
      brackets.append(
        Bracket(
          isImage: false, marksBefore: marks.count, link: Array(text[(place + 1)..<end]),
          isResolved: true))
      pieces += [.bracket(brackets.count - 1), .text(Array(text[(place + 1)..<end])), .linkEnd]
      closers[pieces.count - 1] = brackets.count - 1
      place = end + 1
    } else {
      plain.append(text[place])
      place += 1
    }
  }

  /// Whether an address may be a link: it goes to the web or to a mail program, and nowhere else.
  static func isSafe(_ address: some Collection<UInt8>) -> Bool {
    let start = String(decoding: address.prefix(8), as: UTF8.self).lowercased()
    return ["http://", "https://", "mailto:"].contains(where: start.hasPrefix)
      && !address.contains { $0 <= 0x20 || $0 == 0x7F }
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
