import Testing

struct SignatureDayTests {
  @Test(arguments: [
    ("社区/王五 2025-09-24", ["16:7 warning"]),
    ("王五 2024-09-26 保留意见: 工期偏紧", ["16:7 warning"]),
    ("王五 2025-09-25", []),
    ("王五 2025-09-26", []),
    ("王五", []),
  ])
  func aSignatureFollowsItsMeeting(signature: String, expected: [String]) {
    let item = "\n## 各方签字\n\n- 社区: " + signature + "\n"
    #expect(found("signature-day", item: item) == expected)
  }
}
