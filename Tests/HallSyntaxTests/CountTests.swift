import HallSyntax
import Testing

@Suite("Counts, areas and fractions")
struct CountTests {
  @Test(
    "an area is exact to four decimals",
    arguments: [
      ("5210.30㎡", "5210.30"), ("5210.3 m²", "5210.30"), ("86.40m2", "86.40"), ("86平方米", "86.00"),
      ("86.4平米", "86.40"), ("0.0001㎡", "0.0001"), ("86.4", "86.40"), ("86.1230㎡", "86.123"),
      ("1000000000000㎡", "1000000000000.00"), ("000086㎡", "86.00"),
    ])
  func areas(_ text: String, written: String) throws {
    for spelling in spellings(text) {
      #expect(try Area(reading: Slice(spelling)).text == written)
    }
  }

  @Test("areas add without loss, and one below zero keeps its sign")
  func areaArithmetic() {
    let area = Area(units: 1) + Area(units: 99_999)
    #expect(area.text == "10.00")
    #expect(Area(units: -15_001).text == "-1.5001")
    #expect(Area(units: 1) < area)
  }

  @Test(
    "a text that is not an area",
    arguments: [
      ("5,210.30㎡", ValueFault.commaInNumber), ("5，210㎡", .commaInNumber),
      ("-86㎡", .negative), ("－86㎡", .negative), ("86.12345㎡", .tooPrecise),
      ("1000000000001㎡", .tooLarge), ("9999999999999999999㎡", .tooLarge), ("86.㎡", .malformed),
      (".5㎡", .malformed), ("㎡", .malformed), ("86亩", .malformed), ("86㎡㎡", .malformed),
      ("", .emptyValue),
      ("八十六", .malformed),
    ])
  func badAreas(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try Area(reading: Slice(text)) }
  }

  @Test(
    "a count is heads, an area, or both",
    arguments: [
      ("66", 66, nil), ("66户", 66, nil), ("66 人", 66, nil), ("66票", 66, nil),
      ("66 households", 66, nil),
      ("66 people", 66, nil), ("66 units", 66, nil), ("66 votes", 66, nil), ("1 vote", 1, nil),
      ("5210.30㎡", nil, "5210.30"), ("5210.30 平方米", nil, "5210.30"),
      ("66户 5210.30㎡", 66, "5210.30"),
      ("66户,5210.30㎡", 66, "5210.30"), ("66户、5210.30㎡", 66, "5210.30"),
      ("66户, 5210.30 m2", 66, "5210.30"),
      ("66 5210.30㎡", 66, "5210.30"), ("66, 5210.30㎡", 66, "5210.30"),
      ("66户5210.30㎡", 66, "5210.30"),
      ("0户 0㎡", 0, "0.00"), ("1000000000户", 1_000_000_000, nil),
    ] as [(String, Int?, String?)])
  func counts(_ text: String, heads: Int?, area: String?) throws {
    for spelling in spellings(text) {
      let count = try Count(reading: Slice(spelling))
      #expect(count.heads == heads)
      #expect(count.area?.text == area)
    }
  }

  @Test(
    "a text that is not a count",
    arguments: [
      ("5,210户", ValueFault.commaInNumber), ("66户 5,210.30㎡", .commaInNumber),
      ("66,5210.30㎡", .commaInNumber), ("-5户", .negative), ("66户 -5㎡", .negative),
      ("1000000001户", .tooLarge), ("66.5户", .malformed), ("66.0户", .malformed),
      ("66户 66户", .malformed), ("5㎡ 6㎡", .malformed), ("66户5栋", .malformed), ("张三", .malformed),
      ("66户、", .malformed), ("、66户", .malformed), ("六十六", .malformed), ("", .emptyValue),
      ("5.12345㎡", .tooPrecise), ("2-1-301", .malformed), ("2号楼301", .malformed),
      ("66户户", .malformed),
    ])
  func badCounts(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try Count(reading: Slice(text)) }
  }

  private func fraction(_ text: String) throws -> Fraction {
    var cursor = Cursor(Slice(text))
    let fraction = try cursor.takeFraction()
    #expect(cursor.atEnd)
    return fraction
  }

  @Test(
    "a fraction in digits, in Chinese, or as a percentage that is exactly that decimal",
    arguments: [
      ("2/3", 2, 3), ("三分之二", 2, 3), ("75%", 75, 100), ("66.6667%", 666_667, 1_000_000),
      ("百分之七十五", 75, 100), ("百分之百", 100, 100), ("十分之七", 7, 10), ("二十分之十一", 11, 20), ("1/1", 1, 1),
      ("四分之三", 3, 4), ("2 / 3", 2, 3), ("50.0%", 500, 1000), ("100%", 100, 100),
    ])
  func fractions(_ text: String, numerator: Int64, denominator: Int64) throws {
    for spelling in [text, fullWidth(text)] {
      #expect(try fraction(spelling) == Fraction(numerator, denominator))
    }
  }

  @Test(
    "a text that is not a fraction",
    arguments: [
      ("2/0", ValueFault.impossibleFraction), ("3/2", .impossibleFraction),
      ("101%", .impossibleFraction),
      ("零分之一", .impossibleFraction), ("-1/2", .negative), ("0.5", .malformed), ("2/", .malformed),
      ("三分之", .malformed), ("三", .malformed), ("1.0000000001%", .tooPrecise),
      ("1000000001/2000000000", .tooLarge), ("half", .malformed),
    ])
  func badFractions(_ text: String, fault: ValueFault) {
    #expect(throws: fault) {
      var cursor = Cursor(Slice(text))
      _ = try cursor.takeFraction()
    }
  }

  @Test(
    "a fraction is reached exactly, never nearly",
    arguments: [
      (Fraction(2, 3), 6, 9, true, true), (Fraction(2, 3), 6, 9, false, false),
      (Fraction(2, 3), 200, 300, true, true), (Fraction(2, 3), 199, 300, true, false),
      (Fraction(1, 2), 150, 300, false, false), (Fraction(1, 2), 151, 300, false, true),
      (Fraction(3, 4), 225, 300, true, true), (Fraction(3, 4), 224, 300, true, false),
      (Fraction(666_667, 1_000_000), 2, 3, true, false), (Fraction(1, 1), 0, 0, true, false),
      (Fraction(0, 1), 0, 0, true, false),
    ])
  func reached(
    _ fraction: Fraction, part: Int128, whole: Int128, inclusive: Bool, expected: Bool
  ) {
    #expect(fraction.isReached(by: part, of: whole, inclusive: inclusive) == expected)
  }

  @Test("the greatest figures do not overflow")
  func greatest() {
    let whole = Int128(1_000_000_000_000) * 10_000 * 1_000_000_000
    let nearly = Fraction(99_999_999_999, 100_000_000_000)
    #expect(nearly.isReached(by: whole, of: whole, inclusive: false))
    #expect(!nearly.isReached(by: whole / 2, of: whole, inclusive: true))
  }
}
