import HallCommands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system calls first.
///
/// The words come from the caller. `CommandLine.arguments` reads them from `/proc` on Linux, and has
/// none where that cannot be opened: a call that writes would have become plain `hall`.
@_cdecl("hall_main")
func start(
  _ count: Int32, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  RuntimeRoot.forget()
  let all = (0..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
  return Program.run(Array(all.dropFirst()), called: all.first)
}
