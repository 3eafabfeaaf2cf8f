import HallModel
import HallSyntax
import Testing

struct SignatureValidityTests {
  private static let path = "signatures/M-2025-001.3.居民.1f2e3d4c5b6a.md"

  private func finding(
    _ verdict: SignatureFinding.Verdict, standing: SignatureFinding.Standing? = nil,
    by: Int? = nil, revision: Int = 3
  ) -> SignatureFinding {
    let file = Document(path: Self.path, kind: .other, bytes: Array("* document: x\n".utf8))
    return SignatureFinding(
      verdict, of: "M-2025-001", revision: revision, party: "居民", person: "张三",
      at: "2025-09-28T10:05:00+08:00", key: "SHA256:x", standing: standing, leftBehindBy: by,
      in: file, at: 0..<4)
  }

  @Test func oneThatDoesNotHoldIsAnErrorWithItsReason() throws {
    let reasons: [(SignatureFinding.Verdict, String)] = [
      (.altered, "签名和它上面的文字对不上，有一边被改过"), (.otherPurpose("git"), "它是为「git」签的，不是为议事厅签的"),
      (.unknownKey([]), "没有登记这一方有这把钥匙"), (.unknownKey(["物业"]), "这把钥匙登记的不是这一方，而是「物业」"),
      (.keyForOthers, "登记的用途里，这把钥匙不能在议事厅签名"), (.expired("20251231"), "签的时候钥匙已经过期（20251231）"),
      (.notYetValid("20251231"), "签的时候钥匙还没有生效（20251231）"), (.otherText, "历史里那一版是另外的内容"),
      (.otherHistory, "历史里那一版的内容相同，前面的经过却不同"), (.noRevision(last: 2), "历史只有 2 版"),
      (.damagedHistory(revision: 2), "历史第 2 版被改动过，核对不了"), (.refused("x"), "ssh-keygen 不认它：x"),
    ]
    for (verdict, reason) in reasons {
      let words = try said([finding(verdict)])
      #expect(words.first == "\(Self.path) error signature")
      #expect(words.dropFirst().first == "「居民/张三」对 M-2025-001 第 3 版的签名不算数：\(reason)")
      #expect(words.last?.isEmpty == false)
    }
    #expect(try said([finding(.malformed)])[1] == "这个文件不是一份签名：写法不是签名该有的")
  }

  @Test func oneOfTheUnchangedTextIsNotReported() throws {
    #expect(try said([finding(.valid, standing: .stands)]) == [])
    #expect(try said([finding(.valid, standing: .changed, by: 4)]) == [])
  }

  @Test func aSupersededOneIsAWarningUntilItsPartySignsAgain() throws {
    let old = finding(.valid, standing: .amended, by: 5)
    #expect(
      try said([old]) == [
        "\(Self.path) warning signature", "「居民」签的是 M-2025-001 第 3 版，之后有修正（第 5 版）",
        "请这一方看过现在的正文再签一次：hall 签名 M-2025-001 --代表 … --钥匙 …",
      ])
    let new = finding(.valid, standing: .stands, revision: 5)
    #expect(try said([old, new].withRenewals) == [])
    let stale = finding(.valid, standing: .stands, revision: 4)
    #expect(try said([old, stale].withRenewals).count == 3)
    let bad = finding(.altered, revision: 5)
    #expect(try said([old, bad].withRenewals).count == 6)
  }

  @Test func withoutTheProgramThisIsReportedOnce() throws {
    let words = try said([finding(.unchecked), finding(.unchecked)])
    #expect(words[0] == "\(Self.path) warning signature")
    #expect(words.count == 3)
  }
}
