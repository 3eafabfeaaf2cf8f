import Testing

@testable import HallWork

@Suite("A line with names, while names come and go")
struct NameRowTests {
  @Test(
    "names and the number after them are kept apart, and heads are the greater of the two",
    arguments: [
      ("张三、钱七", "张三、钱七", "", 2), ("12人", "", "12人", 12), ("张三等12人", "张三", "等12人", 12),
      (" 张三 ", "张三", "", 1), ("", "", "", 0), ("张三、钱七等1人", "张三、钱七", "等1人", 2),
    ])
  func parts(value: String, names: String, tail: String, heads: Int) {
    let row = NameRow(value)
    #expect((row.names, row.tail, row.heads) == (names, tail, heads))
    #expect(row.value == names + tail)
    #expect(row.value.isEmpty == (heads == 0))
  }
}
