import Testing

@testable import HallWork

@Suite("A count as it is written")
struct CountTextTests {
  @Test(
    "units go where they belong; what is no count of an area stays",
    arguments: [
      ("66 5210.3", "66户 5210.3㎡"), ("70户 5610.30㎡", "70户 5610.30㎡"),
      ("22 1792.5m2", "22户 1792.5㎡"),
      ("66", "66"), ("张三、钱七", "张三、钱七"), (" 12人 ", "12人"),
    ])
  func chinese(text: String, written: String) {
    #expect(CountText.written(text, .zh) == written)
  }

  @Test("in English a unit stands apart")
  func english() {
    #expect(CountText.written("120 9860.50", .en) == "120 households 9860.50㎡")
    #expect(CountText.written("22 1792.5m2", .en) == "22 households 1792.5㎡")
  }
}
