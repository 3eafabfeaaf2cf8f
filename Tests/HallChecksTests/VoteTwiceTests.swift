import Testing

struct VoteTwiceTests {
  @Test(arguments: [
    (["规则: 委员会", "同意: 张三、钱七", "反对: 张三"], ["16:7 error"]),
    (["规则: 委员会", "同意: 张三、居民/张三"], ["15:10 error"]),
    (["规则: 委员会", "弃权: 张三、2号楼1单元301"], ["15:10 error"]),
    (["规则: 委员会", "同意: 冯二", "弃权: 冯二"], ["16:7 error"]),
    (["规则: 业主一般事项", "同意: 吴桂兰、郑国强"], ["15:11 error"]),
    (["规则: 得票最多", "选项 甲: 张三", "选项 乙: 张三"], ["16:9 error"]),
    (["规则: 得票最多", "名额: 2", "选项 甲: 张三、张三", "选项 乙: 张三"], ["16:12 error"]),
  ])
  func aVoterWhoIsNamedTwiceIsAnError(fields: [String], expected: [String]) {
    #expect(found("vote-twice", item: Sample.vote(fields)) == expected)
  }

  @Test(arguments: [
    ["规则: 委员会", "同意: 张三", "反对: 钱七"], ["规则: 委员会", "同意: 吴桂兰、郑国强"],
    ["规则: 委员会", "同意: 3-1-101、3-2-501"], ["规则: 委员会", "同意: 王芳、王芳"],
    ["规则: 委员会", "同意: 张三", "监票: 张三"], ["规则: 得票最多", "名额: 2", "选项 甲: 张三", "选项 乙: 张三"],
  ])
  func differentVotersAreFine(fields: [String]) {
    #expect(found("vote-twice", item: Sample.vote(fields)) == [])
  }

  @Test(arguments: [
    ("| 4-1 | 同意 |\n| 4-2 | 同意 |", []),
    ("| 4-1 | 同意 |\n| 4-2 | 赞成 |\n| 4-3 | |", []),
    ("| 4-1 | 同意 |\n| 4-2 | 反对 |", ["19:3 error"]),
    ("| 4-1 | 同意 |\n| 4-1 | 同意 |", ["19:3 error"]),
  ])
  func theUnitsOfOneOwnerMayAgree(rows: String, expected: [String]) {
    let units = (1...3).map { "\n| 钱老板 | 居民 | 4-\($0) | 50 | 钱老板 |" }.joined()
    let vote = Sample.vote(["规则: 业主一般事项"]) + "\n\n| 户 | 意见 |\n| --- | --- |\n" + rows
    #expect(found("vote-twice", item: vote, hall: Sample.hall + units) == expected)
    let listed = Sample.vote(["规则: 业主一般事项", "同意: 4-1、4-2", "反对: 4-3"])
    #expect(found("vote-twice", item: listed, hall: Sample.hall + units) == ["16:7 error"])
  }

  @Test(arguments: [
    (["同意: 钱老板", "反对: 4-1"], ["16:7 error"]), (["同意: 钱老板、4-2"], ["15:11 error"]),
    (["同意: 4-3", "反对: 钱老板"], ["16:7 error"]), (["同意: 4-1、4-2", "反对: 4-3、张三"], []),
  ])
  func anOwnersNameAndOneOfTheirUnits(fields: [String], expected: [String]) {
    let units = (1...3).map { "\n| 钱老板 | 居民 | 4-\($0) | 50 | 钱老板 |" }.joined()
    let rule = "\n## 表决规则\n### 一户一票\n- 表决人: 业主\n- 人数按: 户\n- 通过: 人数 > 1/2\n"
    let vote = Sample.vote(["规则: 一户一票"] + fields)
    #expect(found("vote-twice", item: vote, hall: Sample.hall + units + rule) == expected)
  }

  @Test func twoBallotsOfOneUnitAreAnErrorAndASideBesideTheBallotsIsNot() {
    let vote = Sample.vote(["规则: 委员会", "同意: 张三"])
    let table = "\n\n| 户 | 意见 |\n| --- | --- |\n| 2-1-301 | 同意 |\n"
    #expect(found("vote-twice", item: vote + table) == [])
    #expect(found("vote-twice", item: vote + table + "| 2#1-301 | 反对 |") == ["20:3 error"])
  }
}
