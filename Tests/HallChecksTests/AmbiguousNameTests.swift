import Testing

struct AmbiguousNameTests {
  @Test(arguments: [
    (["规则: 委员会", "同意: 张三、王芳"], ["15:10 error"]),
    (["规则: 业主一般事项", "同意: 居民/王芳", "反对: 王芳（三号楼）"], ["15:7 error", "16:7 error"]),
    (["规则: 得票最多", "选项 甲: 王芳"], ["15:9 error"]),
  ])
  func aNameOfTwoVotersIsAnError(fields: [String], expected: [String]) {
    #expect(found("ambiguous-name", item: Sample.vote(fields)) == expected)
  }

  @Test func aBallotIsAskedToo() {
    let vote = Sample.vote(["规则: 委员会"])
    let table = "\n\n| 户 | 姓名 | 意见 |\n| --- | --- | --- |\n| 3-1-101 | 王芳 | 同意 |\n|  | 王芳 | 反对 |"
    #expect(found("ambiguous-name", item: vote + table) == ["19:6 error"])
  }

  @Test(arguments: [
    ["规则: 委员会", "同意: 张三、3-1-101、3号楼2单元501"], ["规则: 业主一般事项", "同意: 吴桂兰"],
    ["规则: 委员会", "同意: 冯二"], ["规则: 没有的规则", "同意: 王芳"], ["规则: 委员会", "监票: 王芳", "同意: 2人"],
  ])
  func aUnitOrAnOnlyNameIsFine(fields: [String]) {
    #expect(found("ambiguous-name", item: Sample.vote(fields)) == [])
  }
}
