import Testing

@testable import HallPages

@Suite("Numbers that lead to a person")
struct PrivateNumberTests {
  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return PrivateNumber.all(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(
    "are found by their form",
    arguments: [
      ("电话13800138000。", ["13800138000"]), ("138 0013 8000", ["138 0013 8000"]),
      ("+86 138-0013-8000", ["86 138-0013-8000"]), ("010-62345678", ["010-62345678"]),
      ("拨6234-5678", ["6234-5678"]), ("身份证11010519491231002X", ["11010519491231002X"]),
      ("京A12345和沪AD12345", ["京A12345", "沪AD12345"]), ("粤B·8F2C3", ["粤B·8F2C3"]),
      ("卡号6222 0212 3456 7893", []), ("卡号 4111 1111 1111 1111", ["4111 1111 1111 1111"]),
      ("住3号楼2单元501室", ["3号楼2单元501室"]), ("5栋302", ["5栋302"]), ("2-1-301的", ["2-1-301"]),
    ])
  func found(text: String, numbers: [String]) { #expect(found(text) == numbers) }

  @Test(
    "and nothing else is",
    arguments: [
      "2025-03-02", "2025-03-02 至 2025-04-01", "2160000元", "86530.45㎡", "10:00-11:30",
      "590户 63120.50㎡",
      "第12345号", "锦业字〔2026〕1号", "3号楼", "110105194912310021", "M-2025-008", "12345热线", "20260116083",
      "1/2", "0.5‰", "GB/T 9704-2012", "3-5天", "京津冀", "黑板", "12 34", "2024-2025",
    ])
  func nothing(text: String) { #expect(found(text) == []) }
}
