#if canImport(Glibc)
  import Glibc
#endif

/// Where the Swift runtime looks for files of its own.
///
/// Before anything else it makes out where it is installed, by `/proc`, and ends the program where
/// there is none (in a chroot, in some containers). Nothing of ours needs those files.
enum RuntimeRoot {
  /// Takes the answer back that the runtime was given, so that no other program gets it.
  static func forget() {
    #if canImport(Glibc)
      if let root = getenv("SWIFT_ROOT"), strcmp(root, "/nonexistent") == 0 {
        unsetenv("SWIFT_ROOT")
      }
    #endif
  }
}

#if canImport(Glibc)
  /// Called by the system before the runtime's own beginning: it may use nothing but C.
  @section(".preinit_array") @used
  private let givesRuntimeRoot:
    @convention(c) (
      Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
      UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> Void = { _, _, _ in
      if access("/proc/self/exe", F_OK) != 0 { setenv("SWIFT_ROOT", "/nonexistent", 0) }
    }
#endif
