import sys
import sys as again
print(sys is again, sys.version_info >= (3, 8), sys.version_info[:2] > (3, 10), sys.maxsize, sys.maxunicode, sys.byteorder)
print(type(sys.version), sys.intern('abc'), sys.getrecursionlimit() > 100, sys.getsizeof([]) > 0, sys.getdefaultencoding())
print(len(sys.version_info), sys.version.startswith('.'.join(map(str, sys.version_info[:3]))))
try:
    sys.intern(1)
except TypeError as error:
    print(error)
