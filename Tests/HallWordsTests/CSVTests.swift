import HallWords
import Testing

@Suite("Comma-separated values")
struct CSVTests {
  @Test(
    "a cell is quoted where it has to be, and its quotes are doubled, whatever combines with them",
    arguments: [
      ("甲", "甲"), ("甲,乙", "\"甲,乙\""), ("甲\n乙", "\"甲\n乙\""), ("甲\r", "\"甲\r\""), ("", ""),
      ("甲\"乙", "\"甲\"\"乙\""), ("甲\"\u{301},乙", "\"甲\"\"\u{301},乙\""), (" 甲 ", " 甲 "),
    ])
  func cells(cell: String, written: String) {
    var table = CSV(["a", "b"])
    table.add([cell, "x"])
    // By scalars: two texts whose marks combine in another way are the same String.
    #expect(Array(table.text.utf8) == Array("a,b\r\n\(written),x\r\n".utf8))
  }
}
