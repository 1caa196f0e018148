package org.cairncache.jackson;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import org.cairncache.spi.AllowList;

/**
 * Lets a type that is annotated to have its subtypes named in the content have those that the
 * allow-list has. Thread-safe.
 */
final class AllowedSubtypes extends PolymorphicTypeValidator.Base {
  private static final long serialVersionUID = 1;

  private final transient AllowList allowList;

  AllowedSubtypes(AllowList allowList) {
    this.allowList = allowList;
  }

  @Override
  public Validity validateSubClassName(MapperConfig<?> config, JavaType base, String name)
      throws JsonMappingException {
    // With type parameters: what is before them is the class, they are resolved by the same rule.
    return judge(name);
  }

  @Override
  public Validity validateSubType(MapperConfig<?> config, JavaType base, JavaType type)
      throws JsonMappingException {
    return judge(type.getRawClass().getName());
  }

  private Validity judge(String name) throws JsonMappingException {
    if (!allowList.allows(name)) {
      throw new JsonMappingException(null, allowList.refusal(name));
    }
    return Validity.ALLOWED;
  }
}
