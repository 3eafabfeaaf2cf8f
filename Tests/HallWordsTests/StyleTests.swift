import HallWords
import Testing

/// Colours can be read on light and on dark backgrounds.
@Suite("Colours")
struct StyleTests {
  /// What terminals make of the colours 1 (red) and 5 (magenta), as they come.
  private static let palettes: [(terminal: String, red: Int, magenta: Int)] = [
    ("xterm", 0xCD0000, 0xCD00CD), ("Windows", 0xC50F1F, 0x881798), ("macOS", 0x990000, 0xB200B2),
    ("GNOME", 0xC01C28, 0xA347BA), ("VS Code", 0xCD3131, 0xBC05BC), ("PuTTY", 0xBB0000, 0xBB00BB),
  ]

  /// The relative luminance of a colour (WCAG 2).
  private static func luminance(_ colour: Int) -> Double {
    func part(_ shift: Int) -> Double {
      let value = Double(colour >> shift & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
  }

  private static func contrast(_ first: Int, _ second: Int) -> Double {
    let (one, two) = (luminance(first), luminance(second))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private static func pow(_ base: Double, _ exponent: Double) -> Double {
    // 2.4 = 12/5: the fifth root by Newton, without a library of mathematics.
    var root = 0.5
    for _ in 0..<60 {
      root -= (root * root * root * root * root - base) / (5 * root * root * root * root)
    }
    return (0..<12).reduce(1.0) { product, _ in product * root }
  }

  @Test("the colours that are used stand out from white and from black", arguments: palettes)
  func contrast(terminal: String, red: Int, magenta: Int) {
    for colour in [red, magenta] {
      #expect(Self.contrast(colour, 0xFFFFFF) >= 3, "\(terminal) on white")
      #expect(Self.contrast(colour, 0x000000) >= 2, "\(terminal) on black")
    }
  }

  @Test("only these codes are ever written, and none where answers are plain")
  func codes() {
    let style = Style(isColoured: true)
    let painted = [style.bold, style.dim, style.red, style.magenta, style.good].map { $0("x") }
    #expect(painted == ["1", "2", "31", "35", "1"].map { "\u{1B}[\($0)mx\u{1B}[0m" })
    let plain = Style(isColoured: true, isPlain: true)
    #expect([plain.bold, plain.red, plain.good].map { $0("x") } == ["x", "x", "x"])
  }

  @Test("a table is a list of sentences where answers are plain")
  func tables() {
    var table = TextTable(["编号", "状态", "标题"], width: 10)
    table.add(["M-2025-008", "", "很长很长很长的标题"])
    #expect(table.text(Style(isColoured: false, isPlain: true)) == "编号 M-2025-008，标题 很长很长很长的标题\n")
    var terms = TermList(width: 20, style: Style(isColoured: false, isPlain: true))
    terms.add("--due DATE", "by when it has to be done")
    #expect(terms.text == "--due DATE: by when it has to be done\n")
  }
}
