import HallWords
import Testing

/// Columns as a terminal counts them.
@Suite("How wide a text is")
struct DisplayWidthTests {
  @Test(
    "width counts columns, as a terminal does",
    arguments: [
      ("abc", 3), ("议事厅", 6), ("ａ", 2), ("，", 2), ("…", 1), ("→", 1), ("“”", 2), ("e\u{301}", 1),
      ("한글", 4), ("ｶﾅ", 2), ("😀", 2), ("㎡", 2), ("", 0), ("\u{200B}", 0), ("𠀀", 2), ("①", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test("text is cut and padded by columns")
  func cut() {
    #expect(DisplayWidth.clipped("议事厅议事", to: 7) == "议事厅…")
    #expect(DisplayWidth.clipped("议事厅", to: 6) == "议事厅")
    #expect(DisplayWidth.padded("议事", to: 6) == "议事  ")
    #expect(DisplayWidth.wrapped("one two three", to: 8) == ["one two", "three"])
    #expect(DisplayWidth.wrapped("议事厅议事厅", to: 6) == ["议事厅", "议事厅"])
    #expect(DisplayWidth.wrapped("最晚应在2026-11-09", to: 12) == ["最晚应在", "2026-11-09"])
    #expect(DisplayWidth.wrapped("写 议事厅（议）", to: 12) == ["写 议事厅", "（议）"])
  }

  @Test("a coloured text is as wide as it is seen, and is broken beside its codes")
  func coloured() {
    let text = "\u{1B}[1m整体更换\u{1B}[0m 主管"
    #expect(DisplayWidth.of(text) == 13)
    #expect(DisplayWidth.wrapped(text, to: 9) == ["\u{1B}[1m整体更换\u{1B}[0m", "主管"])
    #expect(DisplayWidth.clipped(text, to: 7) == "\u{1B}[1m整体更\u{1B}[0m…")
    #expect(DisplayWidth.clipped(text, to: 13) == text)
    for width in 2..<14 {
      let lines = DisplayWidth.wrapped(text, to: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(lines.joined().replacing(" ", with: "") == text.replacing(" ", with: ""))
    }
  }
}
