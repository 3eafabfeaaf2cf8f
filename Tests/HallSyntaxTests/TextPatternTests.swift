import HallSyntax
import Testing

@Suite struct TextPatternTests {
  /// The matches, as text from the file.
  private func found(_ pattern: String, in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let pattern = try #require(TextPattern(pattern))
    return pattern.matches(in: bytes).map { bytes[$0].string }
  }

  @Test(
    "case and full width do not matter, in the pattern or in the text",
    arguments: [
      ("m-2025-008", "见 Ｍ－２０２５－００８。", ["Ｍ－２０２５－００８"]),
      ("Ｍ－８", "m-8 M-8", ["m-8", "M-8"]),
      ("期限:", "- 期限：2025 - 期限:", ["期限：", "期限:"]),
      ("A座", "ａ座a座Ａ座", ["ａ座", "a座", "Ａ座"]),
    ])
  func folding(pattern: String, text: String, expected: [String]) throws {
    #expect(try found(pattern, in: text) == expected)
  }

  @Test(
    "a blank is any run of blanks, but never the end of a line",
    arguments: [
      ("三家 报价", "三家   报价", 1), ("三家 报价", "三家　报价", 1), ("三家 报价", "三家\t报价", 1),
      ("三家 报价", "三家\n报价", 0), ("三家 报价", "三家报价", 0), ("a b", "a\r\nb", 0),
    ])
  func blanks(pattern: String, text: String, count: Int) throws {
    #expect(try found(pattern, in: text).count == count)
  }

  @Test(
    "a letter with a mark is found however it is composed, and only as a whole",
    arguments: [
      ("Jos\u{E9}", "Jose\u{301} N\u{FA}n\u{303}ez"), ("jose\u{301}", "Jos\u{E9}"),
      ("\u{FA}n\u{303}ez", "Nu\u{301}\u{F1}ez"), ("が", "か\u{3099}"),
      ("한", "\u{1112}\u{1161}\u{11AB}"),
      ("Ti\u{1EBF}n 张", "Tie\u{302}\u{301}n　　张"), ("ti\u{EA}\u{301}n", "Ti\u{1EBF}n"),
    ])
  func normalForms(pattern: String, text: String) throws {
    let all = "- 到会: " + text + "、某"
    #expect(try found(pattern, in: all).count == 1)
    #expect(all.lowercased().holds(pattern.lowercased()) || pattern.contains("张"))
    #expect(try found("Jose", in: "Jose\u{301}").isEmpty && found("Jose", in: "Jos\u{E9}").isEmpty)
    #expect(!"Jose\u{301}".holds("Jose") && "José".holds("os"))
  }

  @Test func `what only differs in case beyond ASCII is something else`() throws {
    #expect(try found("é", in: "É é") == ["é"])
  }

  @Test func `matches do not overlap`() throws {
    #expect(try found("aa", in: "aaaaa").count == 2)
    #expect(try found("水水", in: "水水水水水").count == 2)
  }

  @Test func `a run that begins again within itself is found`() throws {
    #expect(try found("中丁中丂", in: "中丁中丁中丂") == ["中丁中丂"])
    #expect(try found("x水y", in: "水x水水 x水y") == ["x水y"])
  }

  @Test func `nothing but blanks is no pattern, and neither are two lines`() {
    #expect(TextPattern("") == nil)
    #expect(TextPattern("　 \t") == nil)
    #expect(TextPattern("一\n二") == nil)
  }

  @Test func `it finds what a plain search finds in every cut of a text`() throws {
    let text = Array("甲乙丙 ab丙甲\n乙Ａ丙ABab 甲乙乙丙\r\n丙".utf8)
    for word in ["甲", "乙丙", "丙 a", "ab", "甲乙乙"] {
      let pattern = try #require(TextPattern(word))
      for start in text.indices {
        for match in pattern.matches(in: Array(text[start...])) {
          let shown = text[(start + match.lowerBound)..<(start + match.upperBound)].string
          #expect(FullWidth.name(Slice(shown)).lowercased() == word)
        }
      }
      #expect(!pattern.matches(in: text).isEmpty)
    }
  }
}
